"""The look back's own markup: the table of answers, the notes, pictures and photos. Pure.

What people typed is escaped here, and each text is written in the direction of its own script.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby, takewhile
from typing import Any
from urllib.parse import quote

from exercises.contract import Column, File
from exercises.kit.rules.days import full_day
from pages.desk import drawings
from pages.desk.texts import parsed_date
from report.data.answers import TalkNote
from state.language import _

_TILE = 24
# Characters: from where on a text needs room, and from where on only its beginning is shown.
_SENTENCE, _LONG, _BEGIN = 30, 600, 240
_WORD = 20


def table(
    columns: Sequence[Column], rows: Sequence[Mapping[str, Any]], tiles: Mapping[str, int]
) -> str:
    """The rows with a head. `tiles`: the tile of each organisation, by its name."""
    heads = "".join(f'<th scope="col"{_wide(one, rows)}>{escape(one.head)}</th>' for one in columns)
    names = [one.name for one in columns]
    body, above = [], None
    for row in rows:
        same = _repeated([row.get(name) for name in names], above)
        cells = (
            _cell(one, row.get(one.name), tiles, said=number < same)
            for number, one in enumerate(columns)
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
        above = [row.get(name) for name in names]
    return (
        f'<table class="odv-answers"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>"
    )


def notes(noted: Sequence[TalkNote], *, meetings: bool) -> str:
    """The notes one below the other; `meetings`: with a heading for each meeting."""
    parts = []
    for meeting, of_meeting in groupby(noted, lambda one: one.meeting):
        if meetings:
            parts.append(f'<h3 dir="auto">{escape(meeting)}</h3>')
        parts += [_note(one) for one in of_meeting]
    return f'<div class="odv-talk">{"".join(parts)}</div>'


def photos(files: Sequence[tuple[str, File]]) -> str:
    """Photos of exercises, each with the id of its activity, beside each other. Each is fetched
    when it comes into sight."""
    shown = "".join(
        f'<img src="{_address(activity, one)}" loading="lazy" alt="{escape(one.name)}">'
        for activity, one in files
    )
    return f'<div class="odv-photos">{shown}</div>'


def _address(activity: str, file: File) -> str:
    photo = quote(file.picture, safe="")
    return f"/beeld/{quote(activity, safe='')}/{photo}" if file.noted else f"/beeld/{photo}"


def _note(one: TalkNote) -> str:
    title = f'<b dir="auto">{escape(one.step)}</b>' if one.step else ""
    return f'<div>{title}<p dir="auto">{escape(one.text)}</p></div>'


def _repeated(row: Sequence[Any], above: Sequence[Any] | None) -> int:
    """How many cells from the left say the same as those in the row above; never all of them."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(row, above or (), strict=False))
    return min(sum(1 for _pair in same), len(row) - 1)


def _cell(column: Column, value: Any, tiles: Mapping[str, int], *, said: bool) -> str:
    """A cell; `said`: the one above says the same, so that it is only there to be heard."""
    text = _words(column, value)
    if said:
        return f'<td class="said"><span>{escape(text)}</span></td>'
    if isinstance(value, str) and value in tiles:
        mark = drawings.tile(tiles[value], _TILE)
        return f'<td><span class="who">{mark}<b dir="auto">{escape(text)}</b></span></td>'
    # Only a word that no column holds may be broken.
    whole = max(map(len, text.split()), default=0) <= _WORD
    kind = ' class="whole"' if whole else ""
    return f'<td{kind} dir="auto">{_folded(text)}</td>'


def _folded(text: str) -> str:
    """A text of which a very long one shows its beginning, and all of it when pressed."""
    if len(text) <= _LONG:
        return escape(text)
    begin = escape(text[:_BEGIN].rstrip())
    return f"<details><summary>{begin}…</summary>{escape(text)}</details>"


def _wide(column: Column, rows: Sequence[Mapping[str, Any]]) -> str:
    """The class of the head of a column that holds sentences."""
    texts = (row.get(column.name) for row in rows)
    sentences = any(isinstance(text, str) and len(text) > _SENTENCE for text in texts)
    return ' class="wide"' if sentences else ""


def _words(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or (column.is_yes_or_no and value in (0, 1)):
        return _("ja") if value else _("nee")
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str):
        return full_day(value) if parsed_date(value) else value
    return json.dumps(value, ensure_ascii=False)
