"""Runs the blocks of a page as they stand, in a folder: Python, R, and the lines of programs that the tests have.

R is passed over where it is not installed; `solieu` is the program that is named.

usage: docs.py PAGE FOLDER SOLIEU    exit code 77: a program that is needed is missing
"""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys

for module in ("pandas", "pyarrow", "duckdb", "frictionless", "openpyxl"):
    if importlib.util.find_spec(module) is None:
        print(f"missing: {module}")
        sys.exit(77)
for program in ("sqlite3", "soffice"):
    if not shutil.which(program):
        print(f"missing: {program}")
        sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as page:
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page.read(), re.M | re.S)
os.chdir(sys.argv[2])
tools = pathlib.Path("tools").absolute()
tools.mkdir()
(tools / "solieu").symlink_to(sys.argv[3])
soffice = tools / "soffice"
soffice.write_text(f'#!/bin/sh\nexec {shutil.which("soffice")} "-env:UserInstallation=file://{tools}/profile" "$@"\n')
soffice.chmod(0o755)
environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
# What prints nothing writes a file.
SILENT = ("savefig", " -o ")
ran = {"python": 0, "r": 0, "sh": 0}
for language, block in blocks:
    if language == "python":
        commands = [[sys.executable, "-W", "error::FutureWarning", "-c", block]]
    elif language == "r" and shutil.which("Rscript"):
        commands = [["Rscript", "-e", block]]
    elif language == "sh":
        lines = [line for line in block.splitlines() if re.match("(sqlite3|soffice|solieu) ", line)]
        commands = [["sh", "-c", line] for line in lines if not line.startswith("solieu evaluate")]
    else:
        continue
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        said = done.stdout.strip() or any(word in block for word in SILENT)
        assert done.returncode == 0 and said, (command, done.stdout, done.stderr)
        ran[language] += 1
assert ran["python"] and ran["sh"], ran
