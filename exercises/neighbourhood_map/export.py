"""What Kaart van de buurt gives to the export: rows with documented columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.contract import Column, Json, Party
from exercises.neighbourhood_map.content import in_words
from exercises.neighbourhood_map.layout_ways import MapContext
from exercises.neighbourhood_map.model import FIRST_ROUND, SECOND_ROUND, STEP, Pawn
from state.language import _
from state.models import FACILITATOR

COLUMNS = (
    Column(
        "organisation",
        _("De organisatie van de pion; leeg bij een losse notitie"),
        _("Organisatie"),
    ),
    Column(
        "left_track",
        _("1: de organisatie verliet het traject intussen, anders 0"),
        _("Gestopt"),
        aside=True,
    ),
    Column("round", _("1: voor het gesprek, 2: erna; leeg bij een losse notitie"), _("Ronde")),
    Column(
        "x",
        _("Plaats van links (0) naar rechts (1600); leeg: geen pion in deze ronde"),
        _("Van links"),
        aside=True,
    ),
    Column(
        "y",
        _("Plaats van boven (0) naar onder (1000); leeg: geen pion in deze ronde"),
        _("Van boven"),
        aside=True,
    ),
    Column("place", _("De plaats in woorden: de naam die het dichtst ligt"), _("Plaats")),
    Column("moved", _("1: zichtbaar verzet na het gesprek, anders 0"), _("Verzet")),
    Column("why", _("De zin die de organisatie er in deze ronde bij schreef"), _("Zin")),
    Column("placed_by", _("Wie de pion zette: deelnemer, begeleider, of leeg"), _("Gezet door")),
    Column("note", _("Wat de begeleider onthield uit het gesprek"), _("Notitie")),
)


def rows(context: MapContext) -> Iterable[Json]:
    """One row for each pawn and round in which it was touched; a note alone has a row too."""
    note = context.notes.get(STEP, "")
    found = [{**row, "note": note} for row in _pawns(context)]
    if found or not note:
        return found
    empty: Json = {column.name: "" for column in COLUMNS}
    return [{**empty, "left_track": 0, "x": None, "y": None, "moved": 0, "note": note}]


def _pawns(context: MapContext) -> Iterator[Json]:
    for identity, pawn in context.view.pawns.items():
        party = context.party_by_id.get(identity)
        if party is None:
            continue
        for number in (FIRST_ROUND, SECOND_ROUND):
            row = _row(context, party, pawn, number)
            if row is not None:
                yield row


def _row(context: MapContext, party: Party, pawn: Pawn, number: int) -> Json | None:
    spot, words = pawn.in_round(number), pawn.words_in(number)
    if spot is None and not (words and words.text):
        return None
    stands = spot is not None and not spot.off
    by = "" if spot is None or not stands else spot.by
    return {
        "organisation": party.name,
        "left_track": int(party.gone),
        "round": number,
        "x": spot.x if spot and stands else None,
        "y": spot.y if spot and stands else None,
        "place": in_words(spot.x, spot.y) if spot and stands else "",
        "moved": int(number == SECOND_ROUND and pawn.before is not None),
        "why": words.text if words else "",
        "placed_by": "" if not by else _("begeleider") if by == FACILITATOR else _("deelnemer"),
    }
