"""What De lijn gives to the export: rows with documented columns, and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.line.config import Statement
from exercises.line.model import LinePlace, visibility
from exercises.line.views import LineContext, layout_of
from state.framework import Framework
from state.language import _, ngettext

COLUMNS = (
    Column(
        "statement_number",
        _("Nummer van de stelling, vanaf 1; leeg: later weggehaald"),
        _("Nummer"),
        aside=True,
    ),
    Column("statement", _("De stelling"), _("Stelling")),
    Column("left_end", _("Wat links op de lijn staat (plaats 0)"), _("Links"), aside=True),
    Column("right_end", _("Wat rechts op de lijn staat (plaats 1)"), _("Rechts"), aside=True),
    Column("organisation", _("De organisatie; leeg als niemand getoond werd"), _("Organisatie")),
    Column("person", _("De naam; leeg als namen niet getoond werden"), _("Naam")),
    Column(
        "first", _("Plaats voor het gesprek, van 0 tot 1; leeg: toen nergens"), _("Plaats ervoor")
    ),
    Column(
        "second",
        _("Plaats na het gesprek, van 0 tot 1; leeg: blijven staan of niet verzet"),
        _("Plaats erna"),
    ),
    Column("moved", _("1: zichtbaar opgeschoven na het gesprek, anders 0"), _("Opgeschoven")),
    Column("why", _("Wat de deelnemer erbij schreef"), _("Waarom")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)


def rows(context: LineContext) -> Iterable[Json]:
    """One row for each statement and person who stood; a note alone has a row without person."""
    shown_as = visibility(context.config, context.phase)
    for number, statement in numbered(context):
        left, right = statement.ends or context.config.ends
        base = {
            "statement_number": number, "statement": statement.text,
            "left_end": left, "right_end": right,
            "note": context.notes.get(statement.key, ""),
        }  # fmt: skip
        people = list(_people(context, statement, shown_as))
        if people:
            yield from ({**base, **person} for person in people)
        elif base["note"]:
            nobody = {"organisation": "", "person": ""}
            yield {**base, **nobody, **_place(LinePlace())}


def pictures(context: LineContext) -> Iterable[Picture]:
    """For each statement that somebody stood on: as it ended, and as it moved."""
    from exercises.line.picture import LinePicture, svg

    for at, (number, statement) in enumerate(numbered(context), start=1):
        if not context.view.of(statement.key):
            continue
        went_on = any(place.moved for place in context.view.of(statement.key).values())
        names = [(False, _("einde")), *([(True, _("opgeschoven"))] if went_on else [])]
        for moved, name in names:
            layout, paths = layout_of(context, statement, moved=moved)
            picture = LinePicture(
                statement=statement.text,
                ends=statement.ends or context.config.ends,
                area=_area(context.framework, statement),
                caption=_caption(context, statement),
                layout=layout,
                traces=paths,
            )
            # A removed statement comes after those of the list; it has no number of its own.
            place = f"{number:02d}" if number else _("{at}-weggehaald").format(at=f"{at:02d}")
            yield Picture(f"{place}-{name}", svg(picture))


def numbered(context: LineContext) -> Iterator[tuple[int | str, Statement]]:
    """The statements with their numbers, then those that were removed after people answered."""
    config = context.config
    yield from enumerate(config.statements, start=1)
    yield from (("", statement) for statement in config.gone)
    known = {one.key for one in (*config.statements, *config.gone)}
    # Earlier versions kept the answers of a removed statement, but not its words.
    unknown = [key for key in context.view.places if key not in known and context.view.of(key)]
    for key in unknown:
        yield "", Statement(key, _("(een stelling die werd weggehaald)"), None)


def _people(context: LineContext, statement: Statement, shown_as: str) -> Iterator[Json]:
    for person, place in context.view.of(statement.key).items():
        member = context.members.get(person)
        if member is None:
            continue
        yield {
            "organisation": member.organisation if shown_as != "nobody" else "",
            "person": member.name if shown_as == "names" else "",
            **_place(place),
        }


def _place(place: LinePlace) -> Json:
    return {
        "first": place.first, "second": place.second, "moved": int(place.moved), "why": place.why,
    }  # fmt: skip


def _area(framework: Framework, statement: Statement) -> tuple[int, str] | None:
    area = framework.area(statement.area)
    return None if area is None else (area.number, area.name)


def _caption(context: LineContext, statement: Statement) -> str:
    places = context.view.of(statement.key).values()
    standing, moved = len(places), sum(place.moved for place in places)
    told = ngettext("{n} mens stond er", "{n} mensen stonden er", standing).format(n=standing)
    if not moved:
        return f"{told}."
    after = ngettext(
        "{n} schoof op na het gesprek.", "{n} schoven op na het gesprek.", moved
    ).format(n=moved)  # fmt: skip
    return f"{told}, {after}"
