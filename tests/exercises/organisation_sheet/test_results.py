"""What organisations say of themselves, for who chooses a host."""

from __future__ import annotations

from exercises.contract import Answer, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.organisation_sheet import EXERCISE, config
from exercises.results import Introduction
from tests.exercises.asking import results_for
from tests.exercises.organisation_sheet.test_model import MEMBERS, PARTIES

ANSWERS = [
    Answer("o1", "sheet.core", {"text": "koffie"}), Answer("o1", "sheet.target", {"text": "wijk"}),
    Answer("o1", "sheet.name1", {"text": "An"}), Answer("o1", "sheet.expect", {"text": ""}),
    Answer("o2", "sheet.core", {"text": "te lang", "long": True}),
]  # fmt: skip
OWN, OTHER = Asker("phone", MEMBERS["an"]), Asker("phone", MEMBERS["cas"])


def read(asker: Asker, stage: str) -> list[tuple[str, str]]:
    phase = EXERCISE.with_switches(Phase(stage=stage))
    found = results_for(asker, EXERCISE, phase, ANSWERS, people=MEMBERS, parties=PARTIES)
    return [(one.label, one.text) for one in found if isinstance(one, Introduction)]


def test_texts_are_told_with_their_titles_in_the_order_of_the_sheet() -> None:
    labels = {one.key: one.label for one in EXERCISE.sample.fields}
    expected = [(labels["target"], "wijk"), (labels["core"], "koffie")]
    for asker in (OWN, OTHER, FOR_OTHERS, Asker("screen")):
        assert read(asker, "wall") == expected


def test_before_they_hang_on_the_wall_others_are_told_nothing() -> None:
    assert len(read(OWN, "fill")) == len(read(FOR_OTHERS, "fill")) == 2
    assert read(OTHER, "fill") == read(Asker("screen"), "fill") == []


def test_a_field_that_is_off_is_not_told() -> None:
    less = config.switched(EXERCISE.sample, "target", False)
    found = results_for(
        FOR_OTHERS, EXERCISE, Phase(), ANSWERS, people=MEMBERS, parties=PARTIES, config=less
    )
    assert [one.text for one in found if isinstance(one, Introduction)] == ["koffie"]
