"""Reads every format of a run with other programs and compares each cell with the CSV files.

usage: read_back.py FOLDER FORMAT... | FOLDER views DATABASE SUM-OF-PLANS    exit code 77: a program that is needed is missing
"""

import csv
import datetime
import decimal
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

TABLES = ["documents", "counts", "dates", "awards", "citations", "problems", "summary", "by_year", "by_unit", "by_award", "by_grantor"]
MISSING = 77


def need(module):
    try:
        return __import__(module)
    except ImportError:
        print(f"missing: {module}")
        sys.exit(MISSING)


def csv_table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    return head, rows


def plain(cell):
    """A cell as the CSV writes it; an apostrophe before a formula is the CSV's own."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, (datetime.datetime, datetime.date)):
        return cell.isoformat()[:10]
    if isinstance(cell, decimal.Decimal):
        text = format(cell, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(cell, float):
        return plain(decimal.Decimal(repr(cell)))
    return str(cell)


def same(format, name, head, rows, found):
    found = list(found)
    assert len(found) == len(rows), f"{format} {name}: {len(found)} rows, not {len(rows)}"
    for number, (expected, row) in enumerate(zip(rows, found)):
        row = [plain(cell) for cell in row]
        bare = [cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r\n" and cell != got else cell for cell, got in zip(expected, row)]
        for column, cell, got in zip(head, bare, row):
            assert cell == got, f"{format} {name} row {number} {column}: {got!r}, not {cell!r}"
        assert len(row) == len(head)


def parquet(folder):
    arrow = need("pyarrow.parquet").parquet
    need("pandas")
    for name in TABLES:
        head, rows = csv_table(folder, name)
        file = arrow.ParquetFile(folder / f"{name}.parquet")
        table = file.read()
        assert table.column_names == head, (name, table.column_names)
        same("parquet", name, head, rows, ([row[column] for column in head] for row in table.to_pylist()))
        meta = file.schema_arrow.metadata or file.metadata.metadata
        assert b"solieu:table" in file.metadata.metadata, meta
        frame = table.to_pandas()
        assert len(frame) == len(rows) and list(frame.columns) == head
        kinds = {field.name: str(field.type) for field in table.schema}
        if name == "counts":
            assert kinds["value"] == "decimal128(38, 9)" and kinds["start"] == "int64", kinds
            if rows:
                column = file.metadata.row_group(0).column(head.index("measure"))
                assert "RLE_DICTIONARY" in column.encodings, column.encodings
        if name == "dates":
            assert kinds["first_day"] == "date32[day]", kinds


def sheets(path):
    book = need("openpyxl").load_workbook(path, read_only=False)
    assert book.sheetnames[0] == "readme" and book.sheetnames[1:] == TABLES, book.sheetnames
    return book


def xlsx(folder):
    book = sheets(folder / "solieu.xlsx")
    for name in TABLES:
        head, rows = csv_table(folder, name)
        sheet = book[name]
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref, name
        first, *found = sheet.iter_rows()
        assert [cell.value for cell in first] == head
        for row in found:
            for cell in row:
                assert cell.data_type != "f", f"{name} {cell.coordinate} is a formula"
        # a row of empty cells at the end is none of ours
        found = [[cell.value for cell in row] for row in found]
        same("xlsx", name, head, rows, found)
        if name == "counts" and rows:
            values = [row[head.index("value")] for row in found]
            # Excel keeps 15 digits; longer numbers stay text
            assert all(isinstance(value, (int, float)) or len(value) > 15 for value in values), values
        if name == "dates" and rows:
            days = [row[head.index("first_day")] for row in found]
            assert any(isinstance(day, datetime.datetime) for day in days), days
    assert book["readme"].max_row > sum(len(csv_table(folder, name)[0]) for name in TABLES)


def office(folder):
    """LibreOffice converts each sheet to CSV."""
    program = shutil.which("localc")
    if not program:
        print("missing: localc")
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory() as out:
        # separator, quote, UTF-8, first line, formats, language, quote all, as shown, formulas, blanks, every sheet
        options = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
        command = [program, "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to", options]
        subprocess.run([*command, "--outdir", out, str(folder / "solieu.xlsx")], check=True, capture_output=True, timeout=300)
        for name in TABLES:
            head, rows = csv_table(folder, name)
            with open(pathlib.Path(out) / f"solieu-{name}.csv", encoding="utf-8-sig", newline="") as file:
                first, *found = csv.reader(file)
            assert first == head, (name, first)
            assert len(found) == len(rows), (name, len(found), len(rows))
            for column in {"doc_id", "quote", "unit", "award"} & set(head):
                at = head.index(column)
                for row, got in zip(rows, found):
                    bare = row[at].removeprefix("'").replace("\r\n", "\n")
                    assert got[at].replace("\r\n", "\n") == bare, (name, column, got[at], bare)


def shell(path, sql):
    program = shutil.which("sqlite3")
    if not program:
        print("missing: sqlite3")
        sys.exit(MISSING)
    done = subprocess.run([program, "-json", "-readonly", str(path), sql], check=True, capture_output=True, text=True)
    return json.loads(done.stdout or "[]")


def sqlite(folder):
    path = folder / "solieu.sqlite"
    assert shell(path, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert shell(path, "PRAGMA foreign_key_check") == []
    for name in TABLES:
        head, rows = csv_table(folder, name)
        found = shell(path, f"SELECT * FROM {name} ORDER BY rowid")
        same("sqlite", name, head, rows, ([row[column] for column in head] for row in found))
    facts = sum(len(csv_table(folder, name)[1]) for name in ("counts", "dates", "awards", "citations"))
    for view in ("facts", "quotes"):
        assert shell(path, f"SELECT count(*) AS n FROM {view}") == [{"n": facts}], view
    _, rows = csv_table(folder, "awards")
    if rows:
        for words in ('"bằng khen"', '"bang khen"'):
            assert shell(path, f"SELECT fact_id FROM quotes WHERE quotes MATCH '{words}'"), words
    repeats = [row for row in csv_table(folder, "documents")[1] if row[-1]]
    counted = len(csv_table(folder, "documents")[1]) - len(repeats)
    assert shell(path, "SELECT count(*) AS n FROM counted_documents") == [{"n": counted}]
    summed = {row[0]: row[3] for row in csv_table(folder, "by_unit")[1] if row[3]}
    found = {row["unit"]: plain(row["sum"]) for row in shell(path, 'SELECT unit, sum FROM counts_by_unit')}
    assert all(found[unit] == total for unit, total in summed.items() if len(total) <= 15), (found, summed)
    for view in ("addable_counts", "counts_by_unit", "awards_by_year", "awards_by_grantor", "most_cited", "documents_with_problems"):
        shell(path, f"SELECT * FROM {view}")


def views(path, wanted):
    assert shell(path, "SELECT sum FROM counts_by_unit WHERE unit = 'plan'") == [{"sum": int(wanted)}]


def main():
    folder = pathlib.Path(sys.argv[1])
    if sys.argv[2] == "views":
        return views(*sys.argv[3:])
    for name in sys.argv[2:]:
        {"parquet": parquet, "xlsx": xlsx, "office": office, "sqlite": sqlite}[name](folder)


main()
