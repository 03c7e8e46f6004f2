"""What the sequels of gifts give to the export: what was told to the room, and, marked as such,
what never came to that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.contract import Column, File, Json, Party, Picture
from exercises.gift_sequels.content import NOTHING
from exercises.gift_sequels.model import STEP, Sequel
from exercises.gift_sequels.views_gifts import (
    SequelGift,
    SequelsContext,
    action_of,
    gifts,
    giver_name,
    words_of,
)
from exercises.results import Action
from state.language import _

COLUMNS = (
    Column("organisation", _("Wie het cadeautje kreeg"), _("Organisatie")),
    Column("from_organisation", _("Van wie het cadeautje kwam; leeg zonder"), _("Van")),
    Column("heading", _("De titel van het briefje dat de groep mocht zien"), _("Titel")),
    Column("note_text", _("Wat op dat briefje stond; leeg bij een tekening of foto"), _("Briefje")),
    Column("sequel", _("Wat ze ermee deden"), _("Wat ze ermee deden")),
    Column("told", _("1: was op het scherm, anders 0"), _("Op het scherm")),
    Column("action", _("De actie die eruit groeide; leeg zonder"), _("Actie")),
    Column("drawing", _("Naam van het beeld met briefje en vervolg; anders leeg"), _("Beeld"),
           aside=True),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)  # fmt: skip


@dataclass(frozen=True)
class ToldSequel:
    """A gift with what its host said of it, and the note of it that may be seen: `heading`,
    `words`, `items` of a drawing and the id of a `photo`, empty without."""

    party: Party
    gift: SequelGift
    sequel: Sequel
    heading: str = ""
    words: str = ""
    items: tuple[str, ...] = ()
    photo: str = ""
    action: Action | None = None

    @property
    def text(self) -> str:
        """What they did with it."""
        return self.sequel.text or NOTHING


def told(context: SequelsContext) -> list[ToldSequel]:
    """What was said of each gift as far as this role may read it, organisation by organisation,
    also of those that left."""
    words, found = words_of(context), []
    for party in context.party_by_id.values():
        for gift in gifts(context, party.id):
            sequel = context.view.of(party.id).get(gift.key)
            if sequel is None or not sequel.said:
                continue
            said = words.get((party.id, gift.key))
            seen = (said.heading, said.gift, said.drawing, said.photo) if said else ("", "", (), "")
            found.append(ToldSequel(party, gift, sequel, *seen, action_of(context, sequel)))
    return found


def rows(context: SequelsContext) -> Iterator[Json]:
    """A row for each sequel, and for what giving brought; a note alone has a row of its own."""
    note, empty = context.notes.get(STEP, ""), dict.fromkeys((one.name for one in COLUMNS), "")
    found = told(context)
    for number, one in enumerate(found, start=1):
        yield {
            **empty, "organisation": one.party.name,
            "from_organisation": giver_name(context, one.gift.giver), "heading": one.heading,
            "note_text": one.words, "sequel": one.text, "told": int(one.sequel.shown),
            "action": one.action.text if one.action else "",
            "drawing": _picture(number, one).name if one.sequel.shown else "", "note": note,
        }  # fmt: skip
    for party in context.party_by_id.values():
        if context.view.gave.get(party.id):
            yield {**empty, "organisation": party.name, "note": note,
                   "told": int(context.view.told_of_giving(party.id)),
                   "sequel": context.view.gave[party.id]}  # fmt: skip
    if note and not found:
        yield {**empty, "note": note}


def pictures(context: SequelsContext) -> Iterator[Picture]:
    """Each gift with what became of it, as it was on the screen."""
    from exercises.gift_sequels.picture import sequel_svg

    for number, one in enumerate(told(context), start=1):
        if one.sequel.shown:
            yield Picture(_picture(number, one).name, sequel_svg(context, one))


def files(context: SequelsContext) -> Iterator[File]:
    """The photos that were on the screen beside a sequel."""
    for number, one in enumerate(told(context), start=1):
        if one.sequel.shown and one.photo:
            name = _("cadeau {number}, foto van {giver}").format(
                number=number, giver=giver_name(context, one.gift.giver)
            )
            yield File(name, one.photo, noted=True)


def _picture(number: int, one: ToldSequel) -> Picture:
    return Picture.numbered(number, one.party.short or one.party.name, "")
