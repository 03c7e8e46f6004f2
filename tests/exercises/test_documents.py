"""What every exercise says to documents, checked over all of them.

On the samples of the tests of the contract, and on the evening of `evening.py`, where people wrote
words that can be told apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.contract import Answer, Context, Phase, Section, Summary
from exercises.document import Beside, Block, Bullets, Figure, Heading, Quotation, Remark
from exercises.engine import notes
from state.models import FACILITATOR
from tests.exercises import evening
from tests.exercises.contract.cases import (
    AnyExercise,
    context,
    each_exercise,
    members,
    options_tried,
    parties,
    phases,
    sample_answers,
)
from tests.exercises.evening import KINDS, PARTIES, PEOPLE, flat

each_kind = pytest.mark.parametrize("kind", KINDS)
SVG = "{http://www.w3.org/2000/svg}"
# Widths in points: of the paper, of the text on it, and of what stands on the right of the sheet.
PAPER, TEXT, HALF = 595.28, 459.2, 263.6
COLUMN_PT, GUTTER_PT = 62.4, 17.0
LEAST_LETTERS = 9.4


def told(here: Context[Any, Any]) -> tuple[Summary | None, list[Section]]:
    return here.exercise.summary(here), list(here.exercise.report(here))


def words_of(value: Any) -> Iterator[str]:
    """All texts in a block, a section or a summary; ids of organisations are no words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("organisation", "only", "width", "style"):
                yield from words_of(getattr(value, field.name))


def all_words(here: Context[Any, Any]) -> str:
    summary, sections = told(here)
    return "\n".join(words_of((summary, *sections)))


def assert_well_formed(here: Context[Any, Any]) -> None:
    summary, sections = told(here)
    known = {party.id for party in here.parties()}
    for section in sections:
        assert section.title and section.blocks
        assert section.organisation in known | {""}
        assert not (section.area and section.organisation)
        assert section.area in (None, 1, 2, 3, 4)
        assert_blocks(section.blocks)
    if summary is not None:
        assert 1 <= len(summary.sentences) <= 4
        assert summary.did and not summary.did.endswith(".")
        for sentence in summary.sentences:
            assert sentence.endswith((".", "?", "!", "\u2069")), sentence
            assert sentence[0] == sentence[0].upper(), sentence
        assert_blocks([one for one in (summary.figure, summary.quotation) if one])


def assert_blocks(blocks: Sequence[Block]) -> None:
    for block in blocks:
        if isinstance(block, Beside):
            assert len(block.parts) == len(block.widths) and sum(block.widths) == 6
            assert any(block.parts)
    for block in flat(blocks):
        if isinstance(block, Figure):
            assert block.alt.strip() and bool(block.svg) != bool(block.photo)
            assert 0 < block.share <= 1
            if block.svg:
                root = ElementTree.fromstring(block.svg)
                assert root.tag == f"{SVG}svg" and root.get("viewBox")
        elif isinstance(block, Heading):
            assert block.text.strip() and block.level == 3, "the document has the levels above"
        elif isinstance(block, Bullets):
            assert block.items and all(one.strip() for one in block.items)
        elif isinstance(block, Remark | Quotation):
            assert block.text.strip()
            assert block.who or block.tile is None, "a tile never stands without a name"


def ended(exercise: AnyExercise) -> Iterator[Phase]:
    """The phases in which an exercise may be closed: not begun, its first stage, and its last one,
    shown or hidden. What is told follows from the answers; that is costly to draw for all."""
    yield Phase()
    yield exercise.with_switches(Phase(stage=exercise.stages[0].key))
    for shown in (False, True):
        yield Phase(step=9, stage=exercise.stages[-1].key, open=True, shown=shown)


@each_exercise
def test_summaries_and_sections_are_well_formed_in_every_phase(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in ended(exercise):
        for tried in options_tried(exercise, phase, answers):
            assert_well_formed(context(exercise, tried, "console", answers))
        assert_well_formed(context(exercise, phase, "phone", answers))


@each_exercise
@pytest.mark.parametrize("count", [1, 30, 300])
def test_a_hall_of_any_size_is_told(exercise: AnyExercise, count: int) -> None:
    answers = sample_answers(exercise, list(members(count)))
    end = Phase(stage=exercise.stages[-1].key, shown=True)
    assert_well_formed(context(exercise, end, "console", answers, count))


@each_exercise
@pytest.mark.parametrize("count", [0, 8])
def test_of_nothing_nothing_is_told(exercise: AnyExercise, count: int) -> None:
    for phase in phases(exercise):
        for role in ("console", "phone"):
            here = context(exercise, phase, role, [], count)
            assert told(here) == (None, [])


@each_exercise
def test_something_is_told_of_every_sample(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    end = Phase(stage=exercise.stages[-1].key, shown=True)
    summary, sections = told(context(exercise, end, "console", answers))
    assert summary is not None and sections


@each_exercise
def test_people_who_left_break_nothing(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, [*members(), "gone"])
    for phase in ended(exercise):
        assert_well_formed(context(exercise, phase, "console", answers))


@each_exercise
def test_the_note_of_the_facilitator_is_told_but_on_no_phone(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    text, could, found = "Dit noteerde de begeleider.", False, False
    for phase in phases(exercise):
        key = exercise.note_on(context(exercise, phase, "console", answers))
        if key is None or found:
            continue
        could = True
        noted = [*answers, Answer(FACILITATOR, notes.slot(key), {"text": text})]
        found = text in all_words(context(exercise, phase, "console", noted))
        assert text not in all_words(context(exercise, phase, "phone", noted))
    assert found or not could


@each_exercise
def test_the_screen_makes_no_documents(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        assert told(context(exercise, phase, "screen", answers)) == (None, [])


@each_exercise
def test_a_phone_gets_only_pages_of_the_own_organisation(exercise: AnyExercise) -> None:
    answers = sample_answers(exercise, list(members()))
    for phase in phases(exercise):
        summary, sections = told(context(exercise, phase, "phone", answers))
        assert summary is None
        assert {one.organisation for one in sections} <= {members()["p1"].organisation_id}
        assert all(one.only != "report" for one in sections)


@each_exercise
@pytest.mark.parametrize("shown_as", ["organisations", "nobody"])
def test_names_that_were_kept_hidden_are_told_nowhere(exercise: AnyExercise, shown_as: str) -> None:
    people = {
        key: replace(one, name=f"Mens-{key}", organisation=f"Huis-{one.organisation_id}")
        for key, one in members().items()
    }
    houses = tuple(replace(one, name=f"Huis-{one.id}") for one in parties())
    answers = sample_answers(exercise, list(people))
    end = Phase(stage=exercise.stages[-1].key, shown=True, options={"visibility": shown_as})
    here = context(exercise, end, "console", answers)
    if not any(one.key == "visibility" for one in exercise.panel(here).controls):
        pytest.skip("this exercise has no such switch")
    here = replace(here, people=lambda: people, parties=lambda: houses)
    words = all_words(here)
    assert "Mens-" not in words
    if shown_as == "nobody":
        assert "Huis-" not in words
        assert not any(one.organisation for one in exercise.report(here))


@each_kind
def test_the_evening_is_told_well(kind: str) -> None:
    here = evening.evening(kind)
    summary, sections = told(here)
    assert summary is not None and sections
    assert_well_formed(here)


@each_kind
def test_nothing_that_is_sealed_is_told(kind: str) -> None:
    here = evening.evening(kind)
    if here.exercise.sealed is None:
        pytest.skip("nothing is ever sealed here")
    answers = evening.ANSWERS[kind](here.config)
    view = here.exercise.fold(here.config, answers)
    sealed = {
        one.payload["text"] for one in answers
        if here.exercise.sealed(view, one) and one.payload.get("text")
        and not one.slot.endswith(".note")
    }  # fmt: skip
    open_ones = {
        one.payload["text"]
        for one in answers
        if not here.exercise.sealed(view, one) and one.payload.get("text")
    }
    words = all_words(here)
    assert [one for one in sealed - open_ones if one in words] == []
    assert any(one in words for one in open_ones)


SEALED = {
    "duo_conversation": "Dit blijft van mij.", "gifts": "Dit blijft ingepakt.",
    "reflection_sheet": "Dit is nog van ons.", "domino": "Nooit gelegd",
}  # fmt: skip


@pytest.mark.parametrize("kind", SEALED)
def test_what_was_kept_back_is_in_the_answers_and_in_no_document(kind: str) -> None:
    text = SEALED[kind]
    assert text in str(evening.ANSWERS[kind](None))
    assert text not in all_words(evening.evening(kind))
    for person in PEOPLE:
        own = kind == "reflection_sheet" and PEOPLE[person].organisation_id == "o4"
        assert (text in all_words(evening.evening(kind, "phone", person))) == own


@each_kind
def test_drafts_are_told_nowhere(kind: str) -> None:
    answers = evening.ANSWERS[kind](evening.CONFIGS.get(kind))
    texts = [one for one in answers if "text" in one.payload]
    drafts = [replace(one, slot=f"draft.{one.slot}", payload={"text": "Half af"}) for one in texts]
    for role in ("console", "phone"):
        words = all_words(evening.evening(kind, role, answers=[*answers, *drafts]))
        assert "Half af" not in words


@each_kind
def test_letters_in_drawings_are_large_enough_on_paper(kind: str) -> None:
    past = evening.year_of_maps if kind == "neighbourhood_map" else tuple
    summary, sections = told(evening.evening(kind, past=past))
    assert summary is not None
    if summary.figure is not None:
        assert smallest(summary.figure, HALF) >= LEAST_LETTERS
    for section in sections:
        for figure, wide in drawn(section.blocks, TEXT):
            assert smallest(figure, PAPER if figure.width == "page" else wide) >= LEAST_LETTERS


def drawn(blocks: Sequence[Block], wide: float) -> Iterator[tuple[Figure, float]]:
    """The drawings in blocks, with the width of the column in which each stands, in points."""
    for block in blocks:
        if isinstance(block, Figure) and block.svg:
            yield block, wide * block.share
        elif isinstance(block, Beside):
            for part, columns in zip(block.parts, block.widths, strict=True):
                yield from drawn(part, columns * COLUMN_PT + (columns - 1) * GUTTER_PT)
        elif hasattr(block, "blocks"):
            yield from drawn(block.blocks, wide)


def smallest(figure: Figure, wide: float) -> float:
    """The smallest letters of a drawing that is so wide, in points."""
    root = ElementTree.fromstring(figure.svg)
    across = float((root.get("viewBox") or "").split()[2])
    sizes = [float(one.get("font-size") or 0) for one in root.iter(f"{SVG}text")]
    return min(sizes, default=across) * wide / across


hostile = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(str.strip)


@each_kind
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=hostile, name=hostile)
def test_whatever_people_write_it_is_told(kind: str, text: str, name: str) -> None:
    answers = [
        replace(one, payload={**one.payload, "text": text}) if "text" in one.payload else one
        for one in evening.ANSWERS[kind](evening.CONFIGS.get(kind))
    ]
    people = {key: replace(one, name=name, organisation=name) for key, one in PEOPLE.items()}
    houses = tuple(replace(one, name=name) for one in PARTIES)
    here = evening.evening(kind, answers=answers, people=people, parties=houses)
    summary, sections = told(here)
    for section in sections:
        assert_blocks(section.blocks)
    assert summary is not None
    assert_blocks([summary.figure] if summary.figure else [])
    json.dumps(list(words_of((summary, *sections))))
