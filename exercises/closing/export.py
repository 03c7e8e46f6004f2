"""What Slotmoment gives to the export: what the room takes home, and its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.closing.model import ClosingContext
from exercises.closing.model_slips import by_area, folded
from exercises.closing.picture import whole
from exercises.closing.views import area_name
from exercises.closing.views_chapters import shown, year
from exercises.contract import Column, Json, Picture
from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing.year_picture import titled
from exercises.kit.village.drawing import village
from state.language import _

COLUMNS = (
    Column("question", _("De vraag aan de zaal, of het hoofdstuk"), _("Vraag")),
    Column("area", _("Nummer van het gebied, 1 tot 4; leeg voor geen"), _("Nummer"), aside=True),
    Column("area_name", _("Het gebied"), _("Gebied")),
    Column("answer", _("De actie, zonder wie ze schreef"), _("Actie")),
    Column("times", _("Hoeveel mensen dat schreven"), _("Keer")),
    Column("hidden", _("1: de begeleider toonde dit niet op het scherm, anders 0"), aside=True),
    Column("note", _("Wat de begeleider onthield bij het hoofdstuk"), _("Notitie")),
)


def rows(context: ClosingContext) -> Iterable[Json]:
    """A row for each answer, those that say the same as one, what most wrote first; and one for a
    chapter of which something was noted."""
    for chapter in (*context.config.chapters, *context.config.gone):
        note, told = context.notes.get(chapter.key, ""), False
        hidden = context.view.hidden.get(chapter.key, frozenset())
        # By their words, not by when they came: that could tell who wrote them.
        takes = sorted(context.view.takes.get(chapter.key, {}).values(), key=lambda one: one.text)
        for area in by_area(takes):
            for slip in area.slips:
                told = True
                yield {
                    "question": chapter.title, "area": area.area,
                    "area_name": area_name(context, area.area) if area.area else "",
                    "answer": slip.text, "times": slip.times,
                    "hidden": int(folded(slip.text) in hidden), "note": note,
                }  # fmt: skip
        if note and not told:
            yield {
                "question": chapter.title, "area": None, "area_name": "", "answer": "",
                "times": None, "hidden": 0, "note": note,
            }  # fmt: skip


def pictures(context: ClosingContext) -> Iterator[Picture]:
    """The line, the map and the web, of the chapters that show one."""
    for number, chapter in enumerate(context.config.chapters, start=1):
        found = shown(context, chapter)
        if not found.pieces:
            continue
        if chapter.kind == "year":
            svg = titled(year(context), chapter.title)
        elif found.village:
            content = "".join(one.svg for one in found.pieces)
            left, top, wide, high = found.village
            svg = drawing.document(
                f'<path d="M0 0h1920v1080H0z" fill="{drawing.token("paper")}"/>'
                + village(left, top, wide, high) + content, chapter.title,
            )  # fmt: skip
        else:
            svg = whole(found.pieces, chapter.title, 194 if chapter.kind == "web" else 414)
        yield Picture.numbered(number, chapter.title, svg)
