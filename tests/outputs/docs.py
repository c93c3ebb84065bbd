"""Runs the blocks of a page that are Python, and its lines for the sqlite3 shell, in a folder.

usage: docs.py PAGE FOLDER    exit code 77: a program that is needed is missing
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys

for module in ("pandas", "pyarrow", "duckdb", "frictionless"):
    if importlib.util.find_spec(module) is None:
        print(f"missing: {module}")
        sys.exit(77)
if not shutil.which("sqlite3"):
    print("missing: sqlite3")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as page:
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page.read(), re.M | re.S)
os.chdir(sys.argv[2])
ran = 0
for language, block in blocks:
    if language == "python":
        commands = [[sys.executable, "-W", "error::FutureWarning", "-c", block]]
    elif language == "sh":
        commands = [["sh", "-c", line] for line in block.splitlines() if line.startswith("sqlite3 ")]
    else:
        continue
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0 and done.stdout.strip() or "savefig" in block, (block, done.stdout, done.stderr)
        ran += 1
assert ran > 0
