"""What Beginoefening gives to the export: rows and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.starter.model import STARTS, STEP, StarterContext, visibility
from exercises.starter.views import pages, written
from state.language import _

COLUMNS = (
    Column("sentence", _("De zin"), _("Zin")),
    Column("start", _("Wanneer iemand begint; leeg als dat niet gekozen werd"), _("Wanneer")),
    Column("organisation", _("De organisatie; leeg als niemand getoond werd"), _("Organisatie")),
    Column("person", _("De naam; leeg als namen niet getoond werden"), _("Naam")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)
_EMPTY: Json = {column.name: "" for column in COLUMNS}


# Next: a row holds exactly the columns above, and who is not named on the screen is not named here.
def rows(context: StarterContext) -> Iterable[Json]:
    """One row for each sentence; a note alone has a row of its own."""
    note, there = context.notes.get(STEP, ""), written(context)
    named = visibility(context)
    for one in there:
        member = context.members[one.person]
        yield {
            "sentence": one.text,
            "start": STARTS.words(one.when),
            "organisation": "" if named == "nobody" else member.organisation,
            "person": member.name if named == "names" else "",
            "note": note,
        }
    if note and not there:
        yield {**_EMPTY, "note": note}


def pictures(context: StarterContext) -> Iterator[Picture]:
    """The sentences as they stood on the screen, page by page."""
    from exercises.starter.picture import svg

    for number, page in enumerate(pages(context).things, start=1):
        yield Picture.numbered(number, _("zinnen"), svg(context.config.ask, page))
