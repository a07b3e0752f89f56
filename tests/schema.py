#!/usr/bin/python3
"""Validates JSON against a schema, with a validator that is not ours.

    tests/schema.py SCHEMA FILE...          each document of each FILE must be valid
    tests/schema.py --not SCHEMA FILE...    each must be refused

A FILE may hold a stream of documents. The schema itself is checked first. Status 1 when something is
not as it should be.
"""
import json
import re
import sys

import jsonschema

SPACE = re.compile(r"\s*")

def documents(path):
    """The documents of a file, one after another."""
    text = open(path, encoding="utf-8").read()
    decoder = json.JSONDecoder()
    at = SPACE.match(text).end()
    while at < len(text):
        document, at = decoder.raw_decode(text, at)
        at = SPACE.match(text, at).end()
        yield document


def main():
    arguments = sys.argv[1:]
    wanted = arguments[0] != "--not"
    path, *files = arguments if wanted else arguments[1:]
    schema = json.load(open(path, encoding="utf-8"))
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    wrong = 0
    for file in files:
        for number, document in enumerate(documents(file), 1):
            error = jsonschema.exceptions.best_match(validator.iter_errors(document))
            if (error is None) != wanted:
                wrong += 1
                message = f"{error.json_path}: {error.message}" if error else "is valid"
                print(f"{file}: document {number}: {message}"[:500])
    return 1 if wrong else 0


sys.exit(main())
