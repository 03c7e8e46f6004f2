"""What a reflection sheet gives to other exercises, and to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import Answer, Phase
from exercises.engine.readers import FOR_OTHERS, Asker
from exercises.kit.rules import joint
from exercises.reflection_sheet import EXERCISE, model
from exercises.results import HostWish, LearningQuestion, Result, Strength, Wish
from state.models import FACILITATOR
from tests.exercises.asking import results_for
from tests.exercises.reflection_sheet.test_model import (
    CONFIG,
    LOOK,
    PARTIES,
    PEOPLE,
    Table,
    cups_of,
)

OWN, OTHER = Asker("phone", PEOPLE["an"]), Asker("phone", PEOPLE["cas"])
SCREEN = Asker("screen")


def filled() -> Table:
    """A sheet of o0 with something in every part, that is not shared."""
    table = Table()
    for part in (*cups_of(CONFIG), "points", "learn", *model.QUESTIONS):
        table.send("an", f"sheet.{part}", {"text": f"tekst {part}"})
    table.send("bo", "sheet.top", {"hosts": ["o2", "", "o1"]})
    table.send("an", "sheet.why-o1", {"text": "nabij"})
    return table


def read(table: Table, asker: Asker, phase: Phase = LOOK) -> tuple[Result, ...]:
    return results_for(asker, EXERCISE, phase, table.all, people=PEOPLE, parties=PARTIES)


def shared(table: Table, *, on: bool = True) -> Table:
    table.send("bo", "sheet.shared", {"on": on})
    return table


def test_each_part_is_the_kind_that_it_is_in_the_method() -> None:
    found = read(shared(filled()), FOR_OTHERS)
    strengths = [(one.area, one.text) for one in found if isinstance(one, Strength)]
    assert strengths == [
        *((area, f"tekst {area}-strong") for area in CONFIG.areas), (None, "tekst points"),
    ]  # fmt: skip
    wishes = [(one.area, one.begun, one.text) for one in found if isinstance(one, Wish)]
    assert wishes[:2] == [(1, True, "tekst 1-sugar"), (1, False, "tekst 1-beans")]
    assert wishes[-1] == (None, False, "tekst learn") and len(wishes) == 9
    questions = [one.text for one in found if isinstance(one, LearningQuestion)]
    assert questions == [f"tekst {part}" for part in model.QUESTIONS]
    hosts = [(one.rank, one.host, one.why) for one in found if isinstance(one, HostWish)]
    assert hosts == [(1, "o2", ""), (2, "o1", "nabij")]
    assert {one.organisation for one in found} == {"o0"}


def test_what_is_not_shared_is_for_the_own_people_only() -> None:
    table = filled()
    for asker in (FOR_OTHERS, OTHER, SCREEN):
        assert read(table, asker) == ()
    assert len(read(table, OWN)) == len(read(shared(filled()), OWN)) == 19
    assert read(shared(shared(table), on=False), OTHER) == ()


def test_who_shares_is_told_that_the_hosts_come_on_no_screen() -> None:
    table = shared(filled())
    for asker in (OTHER, SCREEN):
        kinds = {type(one) for one in read(table, asker)}
        assert kinds == {Strength, Wish, LearningQuestion}
    assert {HostWish} < {type(one) for one in read(table, FOR_OTHERS)}


def test_what_the_facilitator_wrote_on_a_sheet_that_is_not_shared_goes_nowhere() -> None:
    words = Answer("o1", "sheet.1-strong", {"text": "van de begeleider"}, by=FACILITATOR)
    table = Table()
    table.kept["o1", words.slot] = words
    assert read(table, FOR_OTHERS) == read(table, OWN) == ()
    assert len(read(table, OTHER)) == 1


def test_what_is_too_long_gives_nothing_to_anybody() -> None:
    table = shared(filled())
    table.send("an", "sheet.question1", {"text": "x" * (model.QUESTION_LIMIT + 1)})
    assert joint.is_too_long(table.payload("o0", "sheet.question1"))
    for asker in (OWN, OTHER, FOR_OTHERS):
        questions = [one for one in read(table, asker) if isinstance(one, LearningQuestion)]
        assert [one.text for one in questions] == ["tekst question2", "tekst question3"]


@pytest.mark.parametrize("off", ["questions", "top"])
def test_what_is_no_longer_on_the_sheet_gives_nothing(off: str) -> None:
    less = replace(CONFIG, areas=(2,), **{off: False})  # type: ignore[arg-type]
    found = results_for(
        FOR_OTHERS, EXERCISE, LOOK, shared(filled()).all, people=PEOPLE, parties=PARTIES,
        config=less,
    )  # fmt: skip
    kind = LearningQuestion if off == "questions" else HostWish
    assert not any(isinstance(one, kind) for one in found)
    assert {one.area for one in found if isinstance(one, Strength | Wish)} == {2, None}
