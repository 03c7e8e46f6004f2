"""A process that makes a download loads nothing heavy that it does not need."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import report.data.beside
from report.data import archive
heavy = {"pandas", "numpy", "streamlit", "report.privacy.names"} & sys.modules.keys()
assert not heavy, heavy
import numpy
from sqlite_utils import Database
assert numpy.zeros(1)[0] == 0 and Database(memory=True).conn
"""


def test_a_download_begins_without_what_takes_long_to_load() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
