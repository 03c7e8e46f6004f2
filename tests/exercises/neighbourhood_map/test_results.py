"""Where pawns stand, told to others once the room saw the map."""

from __future__ import annotations

from exercises.contract import Answer, Party, Phase
from exercises.engine.readers import Asker
from exercises.neighbourhood_map import EXERCISE
from exercises.results import MapPosition
from tests.exercises.asking import results_for

PARTIES = (Party("o1", "De Brug", "", 1), Party("o2", "Het Huis", "", 2))
ANSWERS = [
    Answer("o1", "map.1", {"x": 100, "y": 200}), Answer("o1", "map.2", {"x": 300, "y": 250}),
    Answer("o1", "map.why1", {"text": "Bij de brug"}),
    Answer("o2", "map.1", {"x": 10, "y": 20, "off": True}),
]  # fmt: skip


def read(phase: Phase) -> list[MapPosition]:
    found = results_for(Asker("screen"), EXERCISE, phase, ANSWERS, people={}, parties=PARTIES)
    return [one for one in found if isinstance(one, MapPosition)]


def test_everybody_reads_where_a_pawn_stands_and_not_a_sentence_that_was_not_told() -> None:
    (one,) = read(Phase(stage="look", shown=True))
    assert (one.organisation, one.x, one.y, one.why) == ("o1", 300, 250, "")


def test_nothing_before_the_room_saw_it() -> None:
    assert read(Phase(stage="place", shown=False)) == []
