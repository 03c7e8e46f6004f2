"""What the track is told of a story: what was gathered, to whom, and never by whom."""

from __future__ import annotations

from dataclasses import fields

from exercises.contract import Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.lenses import EXERCISE
from exercises.results import StoryRemark
from tests.exercises.asking import results_for
from tests.exercises.lenses.test_views import ANSWERS, CONFIG, PARTIES, PEOPLE


def read(asker: Asker, phase: Phase) -> list[StoryRemark]:
    found = results_for(
        asker, EXERCISE, phase, ANSWERS, people=PEOPLE, parties=PARTIES, config=CONFIG
    )
    assert all(isinstance(one, StoryRemark) for one in found)
    return [one for one in found if isinstance(one, StoryRemark)]


def test_before_remarks_are_gathered_the_track_is_told_nothing() -> None:
    for asker in (FOR_OTHERS, Asker("screen"), Asker("phone", PEOPLE["cas"])):
        assert read(asker, Phase(0, "listen")) == []


def test_what_was_gathered_is_told_by_story_lens_and_kind() -> None:
    for phase in (Phase(0, "gather"), Phase(1, "listen")):
        found = read(FOR_OTHERS, phase)
        assert [(one.organisation, one.host, one.visit, one.lens, one.kind) for one in found] == [
            ("a", "b", "v1", "Bril van gezinnen", "question"),
            ("a", "b", "v1", "Kritische bril", "remark"),
        ]
        assert found[0].own_to == ("a", "b") and found[0].origin.step == "v1"


def test_nobody_is_told_whose_a_remark_is() -> None:
    for asker in (FOR_OTHERS, Asker("phone", PEOPLE["cas"])):
        told = [
            str(getattr(one, field.name)) for one in read(asker, Phase(0, "gather"))
            for field in fields(one)
        ]  # fmt: skip
        assert not {"bo", "cas", "Boudewijn", "Casimir"} & set(told)
