"""Prints the results as a Markdown table: table.py results.jsonl"""

import json
import sys


def rate(result):
    return result["bytes"] / result["seconds"] / 1e6


def figure(number):
    """Three digits that mean something, or two below a tenth."""
    digits = next((digits for digits, least in ((0, 100), (1, 10), (2, 1), (3, 0.01)) if number >= least), 4)
    return f"{number:,.{digits}f}"


def row(result, ratio):
    megabytes = result["bytes"] / 1e6
    found = ", ".join(f"{count / megabytes:,.0f} {what}" for what, count in result["found"].items())
    startup = f"{result['startup_seconds']:.2f}" if result["startup_seconds"] else "–"
    print(f"| {result['name']} | {result['version']} | {megabytes:.2f} | {figure(rate(result))} | {found} | {startup} | {ratio} |")


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        results = [json.loads(line) for line in lines]
    own = {result["documents"]: result for result in results if result["name"] == "demarche"}
    whole = own[max(own)]
    print("| | version | MB read | MB/s | found per MB | start-up, s | demarche is so many times as fast |")
    print("|---|---|---|---|---|---|---|")
    row(whole, "1")
    for result in sorted((result for result in results if result["name"] != "demarche"), key=rate):
        row(result, figure(rate(own[result["documents"]]) / rate(result)))
    print(f"\n{whole['documents']:,} texts, {whole['bytes'] / 1e6:.1f} MB; one thread, best of five rounds.")


main()
