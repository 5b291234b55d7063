#!/usr/bin/env python3
"""Holds what quotary-query writes as JSON to docs/schema/result-1.json, over the sample corpus.

  output_schema_test.py BIN_DIR SOURCE_DIR
"""
import json
import subprocess
import sys
import tempfile

import jsonschema

# Every key that JSON output can have comes up in one of these.
QUESTIONS = [
    ["everything", "Putin", "said", "about", "BRICS"],
    ["BRICS", "--near", "--limit", "0"],
    ["*", "--limit", "0"],
    ["grain", "--group", "--context", "1"],
    ["BRICS", "--facets", "speaker,location,year,month,day,kind,agency,cue,headline,status", "--facet-limit", "0"],
    ["*", "--timeline=week", "--count"],
    ["*", "--timeline=day", "--limit", "1", "--offset", "2"],
    ["BRICS", "--articles", "--facets", "month", "--timeline=year"],
    ["*", "--articles", "--limit", "0"],
    ["everything", "Puttin", "said"],
    ["there-is-no-such-word"],
]


def validator(schema, definition=None):
    if definition:
        schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], "anyOf": [{"$ref": f"#/$defs/{d}"} for d in definition]}
    return jsonschema.Draft202012Validator(schema)


def keys_of(value, found):
    if isinstance(value, dict):
        for key, inner in value.items():
            found.add(key)
            keys_of(inner, found)
    elif isinstance(value, list):
        for inner in value:
            keys_of(inner, found)


def complain(what, errors):
    for error in list(errors)[:3]:
        print(f"FAILED {what}: {list(error.absolute_path)}: {error.message[:300]}")


def main():
    bin_dir, source = sys.argv[1:]
    schema = json.load(open(f"{source}/docs/schema/result-1.json", encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = validator(schema)
    line = validator(schema, ["hit", "articleHit", "facetLine", "periodLine"])
    failures, seen = 0, set()
    with tempfile.TemporaryDirectory() as index:
        subprocess.run([f"{bin_dir}/quotary-index", "--quiet", "-i", index, f"{source}/corpus/sample"], check=True,
                       stderr=subprocess.DEVNULL)
        for words in QUESTIONS:
            ask = lambda form: subprocess.run([f"{bin_dir}/quotary-query", "-i", index, "--format", form, *words],
                                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            answer = ask("json")
            if answer.returncode > 1:
                print(f"FAILED {words}: exit {answer.returncode}")
                failures += 1
                continue
            result = json.loads(answer.stdout)
            keys_of(result, seen)
            errors = list(whole.iter_errors(result))
            complain(words, errors)
            failures += bool(errors)
            for text in ask("jsonl").stdout.splitlines():
                errors = list(line.iter_errors(json.loads(text)))
                complain(words + ["jsonl"], errors)
                failures += bool(errors)
    promised = set(schema["properties"])
    for definition in schema["$defs"].values():
        promised |= set(definition.get("properties", {})) - {"facet"}
    if promised - seen:
        print(f"FAILED no question shows {sorted(promised - seen)}")
        failures += 1
    # The schema refuses what it should: it could not fail otherwise.
    broken = dict(result, total="many")
    if whole.is_valid(broken) or whole.is_valid(dict(result, surprise=1)):
        print("FAILED the schema takes anything")
        failures += 1
    print(f"{len(QUESTIONS)} questions, {failures} failed")
    sys.exit(failures > 0)


main()
