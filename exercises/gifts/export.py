"""What Cadeautjestijd gives to the export: only what was unwrapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, File, Json, Picture
from exercises.gifts.content import HEADINGS
from exercises.gifts.model_gift import Gift
from exercises.gifts.views import (
    GiftsContext,
    author_name,
    giver_name,
    name_of,
    photo_in,
    short_of,
    tile_of,
)
from exercises.kit.drawing import finger_drawing as drawing
from state.language import _

COLUMNS = (
    Column(
        "gift_number",
        _("Nummer van het cadeautje, in de volgorde van het uitpakken"),
        _("Cadeautje"),
    ),
    Column("from_organisation", _("Van wie het cadeautje komt"), _("Van")),
    Column("to_organisation", _("De gastorganisatie die het kreeg"), _("Voor")),
    Column("what", _("briefje, vraag, gedeeld of notitie"), _("Wat de rij is")),
    Column(
        "heading", _("De titel van het briefje; bij een vraag of iets gedeelds leeg"), _("Titel")
    ),
    Column("person", _("Wie het briefje schreef; leeg bij wat de gastorganisatie zei"), _("Wie")),
    Column("text", _("De tekst; bij een tekening wat erbij staat"), _("Tekst")),
    Column("drawing", _("Naam van het beeld met de tekening; anders leeg"), _("Beeld"), aside=True),
)


def rows(context: GiftsContext) -> Iterable[Json]:
    """A row for each note, question, shared thing and note of the facilitator."""
    for number, gift in unwrapped(context):
        base = {
            "gift_number": number,
            "from_organisation": giver_name(context, gift),
            "to_organisation": name_of(context, gift.host),
        }
        for row in _lines(context, number, gift):
            yield {**base, **row}


def pictures(context: GiftsContext) -> Iterable[Picture]:
    """The table with the unwrapped gifts' papers, and each drawing."""
    from exercises.gifts import picture

    found = list(unwrapped(context))
    if found:
        parcels = [
            picture.Parcel(
                gift.key, tile_of(context, gift.visitor), gift.paper, gift.ribbon,
                name_of(context, gift.host), tile_of(context, gift.host),
                giver_name(context, gift), short_of(context, gift.host),
                short_of(context, gift.visitor),
            )
            for _number, gift in found
        ]  # fmt: skip
        yield Picture(_("tafel"), picture.table_svg(parcels))
    for number, gift in found:
        for at, note in enumerate(gift.notes, start=1):
            if note.kind == "draw":
                made = picture.Drawn(
                    HEADINGS["draw"], note.text, author_name(context, note),
                    giver_name(context, gift), name_of(context, gift.host),
                    drawing.decode(note.items),
                )  # fmt: skip
                yield Picture(_picture_name(number, at), picture.drawing_svg(made))


def files(context: GiftsContext) -> Iterator[File]:
    """The photos in unwrapped gifts that are still shared."""
    for number, gift in unwrapped(context):
        name = _("cadeau {number}, foto van {giver}").format(
            number=number, giver=giver_name(context, gift)
        )
        yield from (
            File(name, photo, noted=True) for note in gift.notes
            if (photo := photo_in(context, note))
        )  # fmt: skip


def _lines(context: GiftsContext, number: int, gift: Gift) -> Iterator[Json]:
    for at, note in enumerate(gift.notes, start=1):
        drawn = note.kind == "draw"
        yield {
            "what": _("briefje"), "heading": HEADINGS[note.kind],
            "person": author_name(context, note), "text": note.text,
            "drawing": _picture_name(number, at) if drawn else "",
        }  # fmt: skip
    said = (
        (_("vraag"), gift.question), (_("gedeeld"), gift.share),
        (_("notitie"), context.notes.get(gift.key, "")),
    )  # fmt: skip
    for what, text in said:
        if text:
            yield {"what": what, "heading": "", "person": "", "text": text, "drawing": ""}


def unwrapped(context: GiftsContext) -> Iterator[tuple[int, Gift]]:
    """The gifts that were unwrapped, numbered in that order; also those of removed visits, where
    the role may know them."""
    view = context.view
    opened = [one for one in (*view.gifts.values(), *view.removed.values()) if one.opened]
    yield from enumerate(sorted(opened, key=lambda gift: (gift.turn, gift.key)), start=1)


def _picture_name(number: int, at: int) -> str:
    return _("cadeau-{number}-tekening-{at}").format(number=f"{number:02d}", at=at)
