"""Reads an archive for brat by the rules of its standoff format.

usage: brat.py ARCHIVE NUMBER-OF-DOCUMENTS
"""

import re
import sys
import zipfile

archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
names = archive.namelist()
assert "annotation.conf" in names
texts = [name for name in names if name.endswith(".txt")]
assert len(texts) == int(sys.argv[2]) and len(set(names)) == len(names), names
configured = archive.read("annotation.conf").decode("utf-8")
seen = {"T": 0, "A": 0, "R": 0, "#": 0}
for name in texts:
    assert not name.startswith("/") and ".." not in name, name
    text = archive.read(name).decode("utf-8")
    assert not re.search("[\r\x0b\x0c\x85\u2028\u2029]", text)
    marks = {}
    for line in archive.read(name[:-4] + ".ann").decode("utf-8").splitlines():
        key, rest = line.split("\t", 1)
        seen[key[0]] += 1
        if key[0] == "T":
            head, words = rest.split("\t")
            label, places = head.split(" ", 1)
            assert f"\n{label}\n" in configured, label
            places = [tuple(map(int, place.split(" "))) for place in places.split(";")]
            assert " ".join(text[start:end] for start, end in places) == words, line
            assert all("\n" not in text[start:end] and start < end for start, end in places), line
            assert key not in marks
            marks[key] = label
        elif key[0] == "A":
            attribute, target, value = rest.split(" ")
            assert marks[target] + "_" == attribute[: len(marks[target]) + 1], line
            assert re.search(rf"^{attribute}\tArg:{marks[target]}, Value:(.*\|)?{re.escape(value)}(\||$)", configured, re.M), line
        elif key[0] == "R":
            relation, first, second = rest.split(" ")
            assert relation == "Part_of" and first[5:] in marks and second[5:] in marks, line
        else:
            kind, target = rest.split("\t")[0].split(" ")
            assert kind == "AnnotatorNotes" and target in marks, line
assert all(seen.values()), seen
