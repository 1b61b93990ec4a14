"""Writes the texts that every peer reads: prepare.py SOURCE SIZE_MB > texts.jsonl

SOURCE is a JSON Lines file with a field "text", or a folder of .txt files, repeated until there is enough.
The order is shuffled, always the same way, so that the first texts stand for all of them.
"""

import json
import random
import sys
from pathlib import Path


def texts(source):
    if not source.is_dir():
        with source.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines if line.strip()]
    return [file.read_text(encoding="utf-8") for file in sorted(source.glob("*.txt"))]


def main():
    source, size = Path(sys.argv[1]), float(sys.argv[2]) * 1e6
    found = [text for text in texts(source) if text]
    if not found:
        sys.exit(f"{source}: no texts")
    shuffle, taken = random.Random(1).shuffle, 0
    while True:
        shuffle(found)
        for text in found:
            taken += len(text.encode())
            print(json.dumps({"text": text}))
            if taken >= size:
                return
        if not source.is_dir():
            return


main()
