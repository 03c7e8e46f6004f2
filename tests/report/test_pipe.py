"""The processes beside the server give way to it, and draw all the same."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os
from report.pipe import give_way
give_way()
once = os.nice(0)
give_way()
print(once, os.nice(0))
"""


@pytest.mark.skipif(not hasattr(os, "nice"), reason="priorities as on Unix")
def test_a_process_that_is_begun_by_another_gives_way_no_further() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True
    ).stdout.split()
    assert told[0] == told[1] and int(told[0]) > 0
