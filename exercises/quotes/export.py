"""What Citaten gives to the export: rows with documented columns, and the wall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Picture
from exercises.quotes import layout
from exercises.quotes.model import CONSENTS, STEP
from exercises.quotes.views import QuotesContext, said
from state.language import _

COLUMNS = (
    Column("quote", _("De zin, enkel met toestemming"), _("Citaat")),
    Column("organisation", _("De organisatie; leeg als die er niet bij mag"), _("Organisatie")),
    Column("person", _("De naam; leeg als die er niet bij mag"), _("Naam")),
    Column("consent", _("Wat met de zin mag, zoals de deelnemer koos"), _("Toestemming")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)


def rows(context: QuotesContext) -> Iterable[Json]:
    """One row for each quote with consent; a note alone has a row without a quote."""
    note, found = context.notes.get(STEP, ""), False
    for one in context.view.sentences:
        member = context.members.get(one.person)
        if member is None or one.naming is None:
            continue
        found = True
        yield {
            "quote": one.text,
            "organisation": member.organisation if one.naming != "nobody" else "",
            "person": member.name if one.naming == "names" else "",
            "consent": CONSENTS[one.naming], "note": note,
        }  # fmt: skip
    if note and not found:
        yield {"quote": "", "organisation": "", "person": "", "consent": "", "note": note}


def pictures(context: QuotesContext) -> Iterator[Picture]:
    """The wall, page by page."""
    from exercises.quotes.picture import svg

    for number, page in enumerate(layout.wall(said(context)), start=1):
        yield Picture.numbered(number, _("muur"), svg(context.config.ask, page))
