#!/usr/bin/env python3
"""Wire-style gold without the texts' words: standoff-gold.py TEXTS GOLD.jsonl ... >STANDOFF.jsonl
and with them again, for scoring:            standoff-gold.py --spell TEXTS STANDOFF.jsonl ... >GOLD.jsonl

Reads gold whose `cue`, `mention` and `content` are text, and writes them as offsets (Unicode code points, end exclusive)
in the order of files and places, so that gold over texts that may not be copied can be kept beside the program.
"""
import json
import os
import re
import sys


def nearest(text, phrase, start, end, taken):
    """Where a phrase stands nearest to the content, not far from it; None: nowhere."""
    if not phrase:
        return None
    near = 800
    best = None
    pattern = re.compile(r"\s+".join(map(re.escape, phrase.split())))
    for found in pattern.finditer(text, max(0, start - near), end + near):
        at, stop = found.span()
        whole = not (text[at - 1 : at].isalnum() or text[stop : stop + 1].isalnum())
        inside = start <= at < end
        gap = 9 if inside else min(abs(start - stop), abs(at - end))
        cost = (not whole, any(a < stop and at < b for a, b in taken), gap + (not inside and at >= end))
        if best is None or cost < best[0]:
            best = (cost, [at, stop])
    return best[1] if best else None


def read_text(texts, file):
    with open(os.path.join(texts, file), encoding="utf-8", newline="") as stream:
        return stream.read()


def spell(texts, files):
    for name in files:
        for line in open(name, encoding="utf-8"):
            row = json.loads(line)
            text = read_text(texts, row["file"])
            for key in ("cue", "mention"):
                row[key] = text[slice(*row[key])] if row[key] else None
            print(json.dumps({**row, "content": text[row["start"] : row["end"]]}, ensure_ascii=False))


def main(texts, files):
    rows = {}
    for name in files:
        for line in open(name, encoding="utf-8"):
            row = json.loads(line)
            rows.setdefault(row["file"], []).append(row)
    for file in sorted(rows):
        text = read_text(texts, file)
        taken = []
        for row in sorted(rows[file], key=lambda r: (r["start"], r["end"])):
            cue = nearest(text, row["cue"], row["start"], row["end"], taken)
            if cue:
                taken.append(cue)
            mention = nearest(text, row["mention"], *(cue or (row["start"], row["end"])), [])
            print(json.dumps({"file": file, "speaker": row["speaker"], "mention": mention, "cue": cue,
                              "start": row["start"], "end": row["end"], "kind": row["kind"], "said": row["said"]},
                             ensure_ascii=False))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    convert = spell if arguments[:1] == ["--spell"] else main
    if convert is spell:
        arguments = arguments[1:]
    if len(arguments) < 2:
        sys.exit(__doc__)
    convert(arguments[0], arguments[1:])
