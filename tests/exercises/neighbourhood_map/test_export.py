"""What the export of the map holds: rows of every pawn and round, and whole pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from exercises.contract import Answer
from exercises.kit.drawing.svg import png
from exercises.neighbourhood_map.export import COLUMNS, rows
from exercises.neighbourhood_map.layout import PawnToPlace, arrange
from exercises.neighbourhood_map.picture import MapPicture, pictures, svg
from state.models import FACILITATOR
from tests.exercises.neighbourhood_map.test_model import PLACED, PLACING, context, earlier

MOVED = [
    *PLACED,
    Answer("o1", "map.2", {"x": 900.0, "y": 548.0}, by=FACILITATOR, order=9),
    Answer("o1", "map.why2", {"text": "=1+1 & <b>"}, by="katrien", order=10),
    Answer("o2", "map.2", {"off": True}, by=FACILITATOR, order=11),
]


def found(answers: list[Answer], note: str = "") -> list[dict[str, Any]]:
    made = context(PLACING, "console", answers)
    return list(rows(replace(made, noted=lambda: {"map": note})))


def test_there_is_a_row_for_each_pawn_and_round() -> None:
    told = [(r["organisation"], r["round"], r["place"], r["why"]) for r in found(MOVED)]
    assert told == [
        ("De Regenton", 1, "midden op het plein", "Met soep."),
        ("De Regenton", 2, "aan de bibliotheek", "=1+1 & <b>"),
        ("Het Achterom", 1, "op het sportveld", "Geheim van Greet"),
        ("Het Achterom", 2, "", ""),
        ("Weg <b>", 1, "achter de haag", ""),
    ]
    assert all(row["note"] == "Onthouden" for row in found(MOVED, "Onthouden"))


def test_rows_tell_who_left_who_placed_and_what_moved() -> None:
    left = {row["organisation"]: row["left_track"] for row in found(MOVED)}
    assert left == {"De Regenton": 0, "Het Achterom": 0, "Weg <b>": 1}
    first, second, third, fourth, _fifth = found(MOVED)
    assert (first["placed_by"], second["placed_by"]) == ("deelnemer", "begeleider")
    assert (first["moved"], second["moved"]) == (0, 1)
    assert third["x"] == 1448.0
    assert fourth["x"] is None


def test_a_note_alone_has_a_row_and_nothing_has_none() -> None:
    assert found([]) == []
    (row,) = found([], "Alleen dit")
    assert set(row) == {column.name for column in COLUMNS}
    assert (row["note"], row["organisation"], row["x"]) == ("Alleen dit", "", None)


def test_pictures_show_the_end_the_moves_and_the_journey() -> None:
    drawn = list(pictures(context(PLACING, "console", MOVED, past=earlier())))
    assert [picture.name for picture in drawn] == ["einde", "verzet", "tocht"]
    end = ElementTree.fromstring(drawn[0].svg)
    words = {"".join(one.itertext()) for one in end.iter("{http://www.w3.org/2000/svg}text")}
    assert "De Regenton" in words
    assert "Weg <b>" not in words
    assert "22 november 2026" in drawn[2].svg
    assert all('viewBox="0 0 1600 1000"' in picture.svg for picture in drawn)
    assert not any("href" in picture.svg for picture in drawn)
    assert len({picture.svg for picture in drawn}) == 3


def test_a_map_without_pawns_has_no_picture_and_without_moves_only_one() -> None:
    assert list(pictures(context(PLACING, "console", []))) == []
    assert [one.name for one in pictures(context(PLACING, "console", PLACED))] == ["einde"]


@pytest.mark.parametrize("count", [1, 6, 40])
def test_pictures_can_be_made_png(count: int) -> None:
    names = ("محمد <b>", "👩‍👩‍👧", "De Regenton")
    standing = [
        PawnToPlace(str(at), names[at % 3], at % 12 + 1, 200 + 30 * at, 500) for at in range(count)
    ]
    picture = svg(MapPicture("Een <b>&amp;</b> titel", "6 pionnen", "De buurt", arrange(standing)))
    ElementTree.fromstring(picture)
    assert png(picture, 640).startswith(b"\x89PNG")


def test_the_same_answers_in_another_phase_give_the_same_rows() -> None:
    hidden = replace(PLACING, shown=False, stage="look")
    assert list(rows(context(hidden, "console", MOVED))) == found(MOVED)
