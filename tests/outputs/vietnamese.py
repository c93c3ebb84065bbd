"""Opens the files of a run with --lang vi --locale vi as a spreadsheet in Vietnam does, and compares cell by cell.

LibreOffice under the Vietnamese locale stands in for Excel in Vietnam: both take `;` between cells and a decimal comma.

usage: vietnamese.py FOLDER    exit code 77: a program that is needed is missing
"""

import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError as error:
    print(error)
    sys.exit(77)
program = shutil.which("localc")
if not program:
    print("missing: localc")
    sys.exit(77)

VIETNAMESE = 1066
folder = pathlib.Path(sys.argv[1])
with open(folder / "counts.csv", encoding="utf-8-sig", newline="") as file:
    head, *rows = csv.reader(file, delimiter=";")
assert head[:4] == ["Mã dữ kiện", "Văn bản", "Giá trị", "Giá trị lớn nhất"], head

# The workbook: headings, labels, numbers that are numbers.
book = openpyxl.load_workbook(folder / "solieu.xlsx")
assert book.sheetnames[:3] == ["Giải thích", "Văn bản", "Số lượng"], book.sheetnames
first, *found = book["Số lượng"].iter_rows(values_only=True)
assert list(first) == head and len(found) == len(rows)
explained = {(row[1], row[2]) for row in book["Giải thích"].iter_rows(min_row=2, values_only=True)}
assert ("Giá trị", "value") in explained, "the first sheet gives both names"
meanings = [row[4] for row in book["Giải thích"].iter_rows(min_row=2, values_only=True) if row[1]]
assert all(any("\u00c0" <= letter <= "\u1ef9" for letter in meaning) or meaning.startswith("SHA") for meaning in meanings), meanings


def same(cell, text):
    if isinstance(cell, (int, float)):
        return float(text.replace(",", ".")) == cell
    return (cell or "").replace("\r\n", "\n") in {text.replace("\r\n", "\n"), text.removeprefix("'").replace("\r\n", "\n")}


numbers = 0
for row, cells in zip(rows, found):
    for heading, text, cell in zip(head, row, cells):
        assert same(cell, text), (heading, text, cell)
        numbers += isinstance(cell, (int, float))
assert numbers > 0 and {row[head.index("Mức")] for row in rows} >= {"đúng"}

# The CSV file, opened as by a double click.
with tempfile.TemporaryDirectory() as out:
    reading = f"--infilter=Text - txt - csv (StarCalc):59,34,76,1,,{VIETNAMESE},false,true"
    command = [program, "--headless", f"-env:UserInstallation=file://{out}/profile", reading, "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", out, str(folder / "counts.csv")], check=True, capture_output=True, timeout=300)
    first, *found = openpyxl.load_workbook(pathlib.Path(out) / "counts.xlsx").active.iter_rows(values_only=True)
assert list(first) == head and len(found) == len(rows), first
value = head.index("Giá trị")
fractions = 0
for row, cells in zip(rows, found):
    if len(row[value]) <= 15:
        assert isinstance(cells[value], (int, float)) and same(cells[value], row[value]), (row[value], cells[value])
        fractions += "," in row[value]
assert fractions > 0, "a number with a decimal comma is among them"
