"""Divides a document over pages: no page is begun for the last few lines of a part.

Where a part that begins on a new page ends high on its last one, the room between its blocks is
made smaller, if that saves the page. Typst says where parts begin and end.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from exercises.document import Document
from report.forms import engine
from report.forms.prepared import prepare
from report.forms.typeset import Json, Typeset

MAIN = "main.typ"
# In mm: where the text of a page begins, and how much of a page is too little to begin it for.
_TOP, _LITTLE = 33.0, 70.0
# The room between blocks by what it is usually.
_NARROW = (0.8, 0.7, 0.6)


@dataclass(frozen=True)
class PlacedRun:
    """Where a part between two breaks lies: its first and last page, and the height on it in mm."""

    first: int
    last: int
    end: float


def laid_out(document: Document) -> dict[str, bytes]:
    """All that the template reads: the data as JSON, and pictures. Raises engine.NotTypeset."""
    typeset = Typeset(prepare(document))
    data = typeset.data()
    files = typeset.files
    if document.kind == "sheet":
        return _with(data, files)
    runs = [one for one in data["runs"] if "blocks" in one]
    places = _places(data, files)
    for gap in _NARROW:
        tried = spilled([bool(one["soft"]) for one in runs], places)
        if not tried:
            break
        data, places = _narrowed(data, files, runs, tried, gap, places)
    return _with(data, files)


def spilled(soft: Sequence[bool], runs: Sequence[PlacedRun]) -> list[list[int]]:
    """The groups of parts, by their places, of which the last page holds only a little. `soft`:
    whether a part may follow the one before it on its page; such parts are one group."""
    groups: list[list[int]] = []
    for at, follows in enumerate(soft):
        if follows and groups and runs[at].first == runs[at - 1].last:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [
        group for group in groups
        if runs[group[-1]].last > runs[group[0]].first and runs[group[-1]].end - _TOP < _LITTLE
    ]  # fmt: skip


def _narrowed(
    data: Json, files: Mapping[str, bytes], runs: Sequence[Json], tried: Collection[list[int]],
    gap: float, before: list[PlacedRun],
) -> tuple[Json, list[PlacedRun]]:  # fmt: skip
    """Those groups with less room between blocks, as far as that saves them a page."""
    usual = {at: runs[at]["gap"] for group in tried for at in group}
    for at in usual:
        runs[at]["gap"] = gap
    places = _places(data, files)
    in_vain = [group for group in tried if _pages(group, places) >= _pages(group, before)]
    for group in in_vain:
        for at in group:
            runs[at]["gap"] = usual[at]
    return data, _places(data, files) if in_vain else places


def _pages(group: Sequence[int], runs: Sequence[PlacedRun]) -> int:
    return runs[group[-1]].last - runs[group[0]].first


def _places(data: Json, files: Mapping[str, bytes]) -> list[PlacedRun]:
    marks = engine.marks(MAIN, _with(data, files), "run")
    begun = [one for one in marks if one["side"] == "begin"]
    ended = [one for one in marks if one["side"] == "end"]
    return [
        PlacedRun(begin["page"], end["page"], end["y"])
        for begin, end in zip(begun, ended, strict=True)
    ]  # fmt: skip


def _with(data: Json, files: Mapping[str, bytes]) -> dict[str, bytes]:
    said = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    return {"data.json": said, **files}
