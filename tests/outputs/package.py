"""Validates a data package, or lines of JSON, with libraries of other makers.

usage: package.py package DATAPACKAGE | lines SCHEMA FACTS    exit code 77: a library is missing
"""

import copy
import json
import sys


def package(path):
    try:
        import frictionless
    except ImportError as error:
        print(error)
        sys.exit(77)
    frictionless.system.trusted = True
    report = frictionless.validate(path)
    for task in report.tasks:
        assert task.valid, (task.name, task.flatten(["rowNumber", "fieldName", "type", "note"]))
    assert report.valid, report.flatten(["type", "note"])
    loaded = frictionless.Package(path)
    rows = 0
    for resource in loaded.resources:
        found = resource.read_rows()
        rows += len(found)
        if resource.name == "counts":
            assert all(str(type(row["value"])) == "<class 'decimal.Decimal'>" for row in found)
    assert rows > 0


def lines(schema, facts):
    try:
        import jsonschema
    except ImportError as error:
        print(error)
        sys.exit(77)
    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    with open(facts, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    for document in documents:
        validator.validate(document)
    document = next(document for document in documents if document["counts"])

    def broken(change):
        other = copy.deepcopy(document)
        change(other)
        assert not validator.is_valid(other), change

    broken(lambda d: d.pop("doc_id"))
    broken(lambda d: d.update(doc_id=None))
    broken(lambda d: d.update(more=1))
    broken(lambda d: d["counts"][0].update(measure="weight"))
    broken(lambda d: d["counts"][0].update(value="16"))
    broken(lambda d: d["counts"][0].update(start=1.5))
    broken(lambda d: d["counts"][0].pop("quote"))
    broken(lambda d: d.update(counts=3))


{"package": package, "lines": lines}[sys.argv[1]](*sys.argv[2:])
