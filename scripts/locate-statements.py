#!/usr/bin/env python3
"""Finds the contents of corpus/sample/statements.jsonl in the articles again, after an article was edited, and writes the
offsets (code points) anew. To annotate a new statement, add its line where it stands in the article's order, with
"start": 0, "end": 0. Contents are looked for from the statement before on; one that is not there is named, and nothing
is written.

  scripts/locate-statements.py [corpus/sample/statements.jsonl]
"""
import json
import os
import sys


def main():
    gold = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "..", "corpus", "sample", "statements.jsonl")
    folder = os.path.dirname(gold)
    with open(gold, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    texts, last, lost = {}, {}, 0
    for row in rows:
        name = row["file"]
        if name not in texts:
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as article:
                texts[name] = article.read()
        at = texts[name].find(row["content"], last.get(name, 0))
        if at < 0:
            print(f"{name}: not found: {row['content']}", file=sys.stderr)
            lost += 1
            continue
        # Where the content stood before and still stands, it stays: words as short as "the deal" occur twice.
        if texts[name][row["start"]:row["end"]] == row["content"]:
            at = row["start"]
        row["start"], row["end"], last[name] = at, at + len(row["content"]), at
    if lost:
        return 1
    with open(gold, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
