"""A prepared document as the data that the Typst templates draw: JSON, and files of pictures.

Texts travel as data and never become Typst source. Widths are in millimetres.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import singledispatchmethod
from typing import Any

from exercises.document import (
    COLUMNS_OF_A_PAGE,
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)
from exercises.kit.drawing.lettering import fit
from exercises.kit.drawing.svg import token
from report.forms import drawings
from report.forms.coverage import families, is_own
from report.forms.photos import no_wider
from report.forms.pictures import for_print
from report.forms.prepared import HEAD_TILES, PRODUCT, joined, proportion
from report.forms.setting import MM_PER_POINT, breakable, no_widow, title_size, wide

COLUMN, GUTTER = 22.0, 6.0
PAGE_WIDE = 6 * COLUMN + 5 * GUTTER
BODY, SMALL, LEAD, PART = 10.5, 9.5, 14.0, 15.0
_PARTS = {2: PART, 3: BODY}
_QUOTE_SIZES = {1: 15.0, 2: 22.0, 3: 42.0}
_QUOTE_LONG = {1: 400, 2: 260, 3: 110}
_TILE_BESIDE = 2
_PAPER_WIDE = 210.0
# Of photos: 200 an inch.
_DOTS_PER_MM = 200 / 25.4
_WORDS_IN_SVG = re.compile(r">([^<>]+)<")
_HEAD_ROOM = 72.0
# Of a table: a longer one is not repeated on each page.
_LONGEST_HEAD = 60
_COLOURS = ("paper", "sheet", "floor", "joint", "ink", "muted")
_TILE_LIST_COLUMNS = 3
_TILE_ROOM, _REMARK_ROOM, _DAY_ROOM, _DAY_GAP, _BULLET_ROOM = 11.5, 9.0, 31.0, 3.0, 6.0

Json = dict[str, Any]


def room_of(columns: int) -> float:
    """Width of so many of the six columns of a page."""
    return columns * COLUMN + (columns - 1) * GUTTER


@dataclass
class Typeset:
    """`files`: by their names, what the templates read beside the document's own data."""

    document: Document
    files: dict[str, bytes] = field(default_factory=dict)
    _level: int = 0

    def data(self) -> Json:
        """All that the templates draw, as JSON; `files` is complete after this."""
        document = self.document
        return {
            "title": document.title,
            "author": PRODUCT,
            "head": self._head(),
            "tiles": [self._tile(number) for number in document.tiles[:HEAD_TILES]],
            "sheet": document.kind == "sheet",
            "date": breakable(document.date, room_of(2), SMALL),
            "mark": self._svg("mark", drawings.mark()),
            "fonts": [family.name for family in families()],
            "colours": {name: token(name) for name in _COLOURS},
            "runs": self._runs(document.blocks),
        }

    def _head(self) -> str:
        """What stands above each page: on one line, but whole on a sheet, where it is read."""
        if self.document.kind == "sheet":
            return breakable(self.document.head, room_of(4), BODY)
        return fit(self.document.head, SMALL * MM_PER_POINT, _HEAD_ROOM, 400)

    def _runs(self, blocks: Sequence[Block]) -> list[Json]:
        """Blocks between two page breaks, with the ground they stand on; a cover alone."""
        runs: list[Json] = []
        ground, soft, run = "", False, list[Block]()
        for block in (*blocks, PageBreak()):
            if not isinstance(block, PageBreak | Cover):
                run.append(block)
                continue
            if run:
                blocks_of_run = self._blocks(run, PAGE_WIDE)
                runs.append({"ground": ground, "soft": soft, "gap": 1.0, "blocks": blocks_of_run})
            ground, soft, run = "", isinstance(block, PageBreak) and block.soft, []
            if isinstance(block, Cover):
                runs.append({"cover": self._cover(block)})
            elif block.ground == "floor":
                name = f"ground-{'-'.join(map(str, block.guests))}"
                ground = self._svg(name, drawings.ground(block.guests))
        if self.document.kind == "sheet" and (not runs or "cover" in runs[0]):
            # A sheet begins with its own head.
            runs.insert(0, {"ground": "", "soft": False, "gap": 1.0, "blocks": []})
        return runs

    def _blocks(self, blocks: Sequence[Block], room: float) -> list[Json]:
        made: list[Json] = []
        left = list(blocks)
        while left:
            block = left.pop(0)
            if isinstance(block, Heading) and block.level == 1 and block.tile and room > COLUMN * 4:
                beside: list[Block] = []
                while left and isinstance(left[0], Paragraph):
                    beside.append(left.pop(0))
                made.append(self._beside_tile(block, beside))
            else:
                made.append(self._block(block, room))
        return made

    @singledispatchmethod
    def _block(self, block: Block, room: float) -> Json:
        """One block in a column of so many millimetres."""
        raise TypeError(f"{type(block).__name__} stands between runs, at {room}")

    @_block.register
    def _rule(self, block: Rule, room: float) -> Json:
        del room
        return {"type": "rule", "foot": block.foot}

    @_block.register
    def _remark(self, block: Remark, room: float) -> Json:
        return {
            "type": "remark",
            "text": breakable(block.text, room - _REMARK_ROOM, BODY),
            "who": breakable(block.who, room - _REMARK_ROOM, SMALL),
            "tile": self._tile(block.tile),
        }

    @_block.register
    def _dated(self, block: Dated, room: float) -> Json:
        widest = max(wide(day, BODY, 700) for day, _what in block.entries) + 0.5
        day_room = min(max(widest, min(_DAY_ROOM, room / 2)), room / 2)
        entries = [
            [breakable(day, day_room, BODY, 700), breakable(what, room - day_room - _DAY_GAP, BODY)]
            for day, what in block.entries
        ]
        return {"type": "dated", "day": day_room, "entries": entries}

    @_block.register
    def _together(self, block: Together, room: float) -> Json:
        return {"type": "together", "blocks": self._blocks(block.blocks, room)}

    @_block.register
    def _heading(self, block: Heading, room: float) -> Json:
        # A reader that lists headings must not miss a level; what it looks like stays.
        self._level = min(block.level, self._level + 1)
        large = (block.level == 1 or block.large) and not block.quiet
        size = title_size(block.text, room) if large else _PARTS[max(block.level, 2)]
        text = breakable(block.text, room, size, 700)
        return {
            "type": "heading", "level": self._level, "look": 1 if large else max(block.level, 2),
            "quiet": block.quiet,
            "size": size, "text": no_widow(text, room, size) if large else text,
            "kicker": [breakable(line, room, BODY) for line in block.kicker.split("\n") if line],
            "sign": self._sign(block),
            "own": self._tile(block.tile) if block.level == 1 else "",
        }  # fmt: skip

    def _sign(self, block: Heading) -> str:
        name = f"sign-{block.tile}-{block.area}-{block.kind if block.kind.isidentifier() else ''}"
        svg = drawings.sign_of(block)
        return self._svg(name, svg) if svg else ""

    @_block.register
    def _paragraph(self, block: Paragraph, room: float) -> Json:
        size = {"body": BODY, "lead": LEAD, "small": SMALL}[block.style]
        return {
            "type": "paragraph", "style": block.style,
            "strong": breakable(block.strong, room, size, 700) + joined(block),
            "text": breakable(block.text, room, size),
        }  # fmt: skip

    @_block.register
    def _bullets(self, block: Bullets, room: float) -> Json:
        inner = room / block.columns - GUTTER * (block.columns - 1) / 2 - _BULLET_ROOM
        items = [breakable(item, inner, SMALL if block.small else BODY) for item in block.items]
        half = -(-len(items) // block.columns)
        parts = [part for part in (items[:half], items[half:]) if part]
        return {"type": "bullets", "ordered": block.ordered, "small": block.small,
                "parts": parts}  # fmt: skip

    @_block.register
    def _quotation(self, block: Quotation, room: float) -> Json:
        size = _QUOTE_SIZES[block.size]
        for smaller in (2, 1):
            words = block.text.split()
            too_long = len(block.text) > _QUOTE_LONG[smaller + 1]
            too_wide = any(breakable(word, room, size, 700) != word for word in words)
            if _QUOTE_SIZES[smaller] < size and (too_long or too_wide):
                size = _QUOTE_SIZES[smaller]
        if len(block.text) > _QUOTE_LONG[1]:
            size = BODY
        text = breakable(block.text, room, size, 700)
        return {
            "type": "quotation", "size": size, "text": no_widow(text, room, size),
            "who": breakable(block.who, room - _REMARK_ROOM, BODY),
            "tile": self._tile(block.tile) if block.who else "",
        }  # fmt: skip

    @_block.register
    def _tile_list(self, block: TileList, room: float) -> Json:
        columns = max(1, min(_TILE_LIST_COLUMNS, round(room / room_of(2))))
        inner = (room - GUTTER * (columns - 1)) / columns - _TILE_ROOM
        return {"type": "tiles", "columns": columns, "entries": [
            {"tile": self._tile(entry.tile), "name": breakable(entry.name, inner, BODY, 700),
             "text": breakable(entry.text, inner, BODY)}
            for entry in block.entries
        ]}  # fmt: skip

    @_block.register
    def _table(self, block: Table, room: float) -> Json:
        widths = block.widths or (1,) * len(block.head)
        inner = room - 4.0 * (len(widths) - 1)
        rooms = [inner * max(part, 1) / sum(max(part, 1) for part in widths) for part in widths]

        def cells(row: Sequence[str], size: float) -> list[str]:
            return [breakable(cell, wide, size, 700) for cell, wide in zip(row, rooms, strict=True)]

        repeated = max(map(len, block.head)) <= _LONGEST_HEAD
        return {
            "type": "table", "repeated": repeated, "widths": rooms,
            "caption": breakable(block.caption, room, SMALL),
            "head": cells(block.head, SMALL), "rows": [cells(row, BODY) for row in block.rows],
        }  # fmt: skip

    @_block.register
    def _figure(self, block: Figure, room: float) -> Json:
        bleed = block.width == "page" and room == PAGE_WIDE and block.share == 1.0
        wide = _PAPER_WIDE if bleed else room * block.share
        content, ending = block.svg.encode("utf-8", "replace"), "svg"
        if block.photo:
            content, ending = no_wider(block.photo, round(wide * _DOTS_PER_MM)), "jpg"
        elif not is_own("".join(_WORDS_IN_SVG.findall(block.svg))):
            # Typst takes letters of other fonts apart in a drawing, and then refuses them.
            content, ending = for_print(block.svg), "png"
        name = f"figure-{len(self.files)}.{ending}"
        self.files[name] = content
        return {
            "type": "figure", "file": name, "alt": block.alt, "ratio": proportion(block),
            "caption": breakable(block.caption, room, SMALL), "room": room * block.share,
            "bleed": bleed,
        }  # fmt: skip

    @_block.register
    def _beside(self, block: Beside, room: float) -> Json:
        unit = (room - GUTTER * (len(block.parts) - 1)) / sum(block.widths)
        whole = sum(block.widths) == COLUMNS_OF_A_PAGE and room == PAGE_WIDE
        rooms = [room_of(wide) if whole else wide * unit for wide in block.widths]
        parts = [self._blocks(part, wide) for part, wide in zip(block.parts, rooms, strict=True)]
        return {"type": "beside", "widths": rooms, "parts": parts}

    def _beside_tile(self, heading: Heading, paragraphs: list[Block]) -> Json:
        wide = room_of(6 - _TILE_BESIDE)
        return {
            "type": "tiled", "tile": self._tile(heading.tile),
            "widths": [room_of(_TILE_BESIDE), wide],
            "blocks": [
                self._heading(heading, wide) | {"sign": ""},
                *(self._block(block, wide) for block in paragraphs),
            ],
        }  # fmt: skip

    def _cover(self, block: Cover) -> Json:
        self._level = 1
        art = drawings.cover(block.floor) if block.floor else None
        return {
            "art": self._svg("cover", art.svg) if art else "",
            "high": art.high / 10 if art else 0, "pair": bool(art and art.pair),
            "title": block.title, "narrow": breakable(block.title, PAGE_WIDE, 26, 700),
            "widest": max(block.title.split(), key=len, default=""),
            "subtitle": no_widow(breakable(block.subtitle, PAGE_WIDE, 18), PAGE_WIDE, 18),
            "kicker": breakable(block.kicker, PAGE_WIDE, 18),
            "dedication": breakable(block.dedication, room_of(3), 12),
            "foot": _first_sentence(breakable(block.foot, room_of(4), BODY)),
            "date": breakable(block.date, room_of(2), BODY),
        }  # fmt: skip

    def _tile(self, number: int | None) -> str:
        return "" if not number else self._svg(f"tile-{number}", drawings.tile(number))

    def _svg(self, name: str, svg: str) -> str:
        self.files[f"{name}.svg"] = svg.encode("utf-8", "replace")
        return f"{name}.svg"


def _first_sentence(text: str) -> list[str]:
    """The first sentence of a text, which is set in bold, and the rest."""
    end = text.find(". ") + 1
    return [text[:end], text[end:]] if end else [text, ""]
