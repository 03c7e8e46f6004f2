"""The page on architecture tells of the house as it is."""

from __future__ import annotations

import re
from pathlib import Path

from docs import house

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"


def test_the_picture_is_the_present_one() -> None:
    assert house.DRAWING.read_text("utf-8") == house.drawing(), "run: python docs/house.py"


def test_every_arrow_goes_down() -> None:
    order = {name: level for level, row in enumerate(house.ROWS) for name in row}
    up = [pair for pair in house.imports() if order[pair[0]] > order[pair[1]]]
    assert up == []


def test_every_file_has_a_room() -> None:
    assert [path for path in house.sources() if house.room_of(path) is None] == []


def test_the_files_that_are_named_exist() -> None:
    named = re.findall(r"`([\w/.-]+\.(?:py|js|md)|[\w/-]+/)`", PAGE.read_text("utf-8"))
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []
