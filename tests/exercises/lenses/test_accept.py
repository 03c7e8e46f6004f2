"""What is taken of listeners, tellers and the facilitator, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import Answer, Entry, Json, Member, NotebookEntry, Party, Phase, TrackVisit
from exercises.lenses import EXERCISE
from exercises.lenses.accept import MOST_REMARKS, REMARK_LIMIT, LensesEntry, accept
from exercises.lenses.accept_telling import TEXT_LIMIT
from exercises.lenses.config import LensesConfig, usual, with_track
from exercises.lenses.model import remark_key
from state.models import FACILITATOR
from tests.exercises.refusing import refusal

VISITS = (
    TrackVisit("v1", host="b", visitor="a", state="done", announced=True),
    TrackVisit("v2", host="c", visitor="b", announced=True),
)
CONFIG: LensesConfig = with_track(usual(), VISITS)
PARTIES = {one: Party(one, one, "", at) for at, one in enumerate("abc", start=1)}
PEOPLE = {
    one: Member(one, one.title(), one[0], one[0], 1, "staat") for one in ("an", "ada", "bo", "cas")
}
HELD = {"v1.dealt": {"held": {"bo": "families", "cas": "critical"}}}
NOTE = NotebookEntry(
    "n1", "v1", "an", "client", "note", "Eerst aan tafel.", None, None, "", False, "", "1", ("p1",)
)


def entry(
    slot: str, payload: Json, author: str = "bo", *, stage: str = "listen", step: int = 0,
    is_open: bool = True, stored: Mapping[str, Json] | None = None,
    answers: Sequence[Answer] = (), notes: tuple[NotebookEntry, ...] = (),
) -> LensesEntry:  # fmt: skip
    of_facilitator = {**HELD, **(stored or {})}
    return Entry(
        CONFIG, Phase(step, stage, is_open, False), author, slot, payload,
        load=lambda: EXERCISE.fold(CONFIG, answers), people=lambda: PEOPLE,
        parties=lambda: PARTIES,
        stored=lambda owner, place: of_facilitator.get(place) if owner == FACILITATOR else None,
        visits=lambda: VISITS, notes=lambda: notes,
    )  # fmt: skip


def test_a_remark_is_stored_with_the_lens_that_its_writer_holds() -> None:
    sent = {"text": " Wie eet hier nooit mee? ", "kind": "question", "area": 2, "lens": "valuing"}
    assert accept(entry("v1.said-1", sent)).payload == {
        "text": "Wie eet hier nooit mee?", "kind": "question", "prompt": "", "area": 2,
        "lens": "families", "key": remark_key("bo", "v1.said-1"),
    }  # fmt: skip


def test_a_prompt_is_kept_as_long_as_a_lens_has_it() -> None:
    known = CONFIG.lenses[0].prompts[0]
    for prompt, kept in ((known, known), ("van gisteren", "")):
        verdict = accept(entry("v1.said-1", {"text": "x", "prompt": prompt}))
        assert verdict.payload["prompt"] == kept


@pytest.mark.parametrize("area", [0, 5, "1", True, [1]])
def test_an_area_is_one_of_four_or_none(area: object) -> None:
    refusal(accept, entry("v1.said-1", {"text": "x", "area": area}))


@pytest.mark.parametrize("text", [None, 3, ["x"], "x" * (REMARK_LIMIT + 1)])
def test_what_is_no_remark_is_refused(text: object) -> None:
    refusal(accept, entry("v1.said-1", {"text": text}))


@pytest.mark.parametrize("number", ["0", str(MOST_REMARKS + 1), "x", "", "²"])
def test_as_many_remarks_as_fit(number: str) -> None:
    refusal(accept, entry(f"v1.said-{number}", {"text": "x"}))


def test_a_remark_is_taken_back_at_any_time() -> None:
    locked = entry("v1.said-1", {"text": "\u200b "}, is_open=False)
    assert accept(locked).payload == {"text": ""}


def test_who_was_still_writing_about_an_earlier_story_is_heard_and_nobody_is_ahead() -> None:
    assert accept(entry("v1.said-1", {"text": "x"}, step=1, is_open=False)).payload["text"] == "x"
    assert "komt nog" in refusal(accept, entry("v2.said-1", {"text": "x"}, "cas"))
    assert "sloot" in refusal(accept, entry("v1.said-1", {"text": "x"}, is_open=False))
    assert "niet meer" in refusal(accept, entry("v9.said-1", {"text": "x"}))


def test_who_tells_says_nothing_through_a_lens() -> None:
    assert "jullie verhaal" in refusal(accept, entry("v1.said-1", {"text": "x"}, "an"))
    by_host = {"v1.by": {"who": "host"}}
    refusal(accept, entry("v1.said-1", {"text": "x"}, "bo", stored=by_host))
    # A guest whose host tells was there too.
    refusal(accept, entry("v1.said-1", {"text": "x"}, "an", stored=by_host))


def test_for_somebody_without_a_phone_the_facilitator_says_which_lens() -> None:
    sent = {"text": "x", "lens": "practical"}
    assert accept(entry("v1.said-1", sent, FACILITATOR)).payload["lens"] == "practical"
    refusal(accept, entry("v1.said-1", {"text": "x", "lens": "geen"}, FACILITATOR))


def test_a_note_is_shown_in_the_name_of_the_visitors_and_becomes_shared() -> None:
    verdict = accept(entry("v1.card-n1~p1", {"on": True, "n": 2}, "an", notes=(NOTE,)))
    assert (verdict.payload, verdict.owner) == ({"on": True, "n": 2}, "a")
    assert verdict.shares == ("n1",) and set(verdict.also_notifies) == {"an", "ada"}
    shared = replace(NOTE, shared=True)
    colleague = accept(entry("v1.card-n1~", {"on": True, "n": 1}, "ada", notes=(shared,)))
    assert colleague.shares == ()


def test_only_notes_of_this_visit_that_may_be_shared_are_shown() -> None:
    for notes, slot in (
        ((), "v1.card-n1~"), ((NOTE,), "v1.card-n1~p2"),
        ((replace(NOTE, visit="v2"),), "v1.card-n1~"), ((replace(NOTE, text=""),), "v1.card-n1~"),
        ((replace(NOTE, kind="quote"),), "v1.card-n1~"),
    ):  # fmt: skip
        refusal(accept, entry(slot, {"on": True, "n": 1}, "an", notes=notes))
    refusal(accept, entry("v1.card-n1~", {"on": True, "n": 1}, "bo", notes=(NOTE,)))
    refusal(accept, entry("v1.card-n1~", {"on": True, "n": 1}, FACILITATOR, notes=(NOTE,)))
    assert accept(entry("v1.card-n1~", {"on": False}, "an")).payload["on"] is False


def test_the_furthest_page_that_the_screen_showed_is_kept() -> None:
    def kept(at: int, *before: Answer, **more: Any) -> Json:
        return accept(entry("v1.at", {"at": at}, "an", answers=before, **more)).payload

    third = Answer("a", "v1.at", {"at": 3, "far": 3})
    assert kept(2) == {"at": 2, "far": 2}
    assert kept(1, third) == {"at": 1, "far": 3} and kept(4, third)["far"] == 4
    for late in ({"stage": "gather"}, {"stage": "answer"}, {"step": 1}):
        assert kept(4, third, **late)["far"] == 3
    assert kept(2, Answer("a", "v1.at", {"at": 3})) == {"at": 2}


def test_only_who_tells_and_the_facilitator_leaf() -> None:
    for author, owner in (("an", "a"), (FACILITATOR, None)):
        assert accept(entry("v1.at", {"at": 2}, author)).owner == owner
    assert "vertelt" in refusal(accept, entry("v1.at", {"at": 2}, "cas"))
    for wrong in (-1, 999, True, "1", None):
        refusal(accept, entry("v1.at", {"at": wrong}, "an"))
    by_host = {"v1.by": {"who": "host"}}
    assert accept(entry("v1.at", {"at": 1}, "bo", stored=by_host)).payload == {
        "at": 1, "far": 1,
    }  # fmt: skip
    refusal(accept, entry("v1.at", {"at": 1}, "an", stored=by_host))


def test_a_story_of_four_thousand_characters_is_taken_and_no_more() -> None:
    assert accept(entry("v1.told", {"text": "x" * TEXT_LIMIT}, "an")).payload["text"]
    refusal(accept, entry("v1.told", {"text": "x" * (TEXT_LIMIT + 1)}, "an"))
    refusal(accept, entry("v1.told", {"text": "x"}, "cas"))


SAID = Answer("cas", "v1.said-1", {"text": "x", "lens": "critical"})
PICK = f"v1.pick-{remark_key('cas', 'v1.said-1')}"


def test_remarks_are_picked_once_they_are_gathered() -> None:
    sent = {"on": True, "open": True}
    verdict = accept(entry(PICK, sent, "an", stage="answer", answers=(SAID,)))
    assert (verdict.payload, verdict.owner) == (sent, "a")
    refusal(accept, entry(PICK, sent, "an", answers=(SAID,)))
    refusal(accept, entry(PICK, sent, "an", stage="gather"))
    refusal(accept, entry(PICK, sent, "cas", stage="gather", answers=(SAID,)))
    off = accept(entry(PICK, {"on": False, "open": True}, "an", stage="gather"))
    assert off.payload == {"on": False, "open": False}


def test_tellers_hear_of_a_remark_once_they_read_them() -> None:
    for stage, told in (("listen", ()), ("gather", ("an", "ada")), ("answer", ("an", "ada"))):
        verdict = accept(entry("v1.said-1", {"text": "x"}, "cas", stage=stage))
        assert verdict.also_notifies == told


def test_only_the_facilitator_says_who_tells() -> None:
    verdict = accept(entry("v1.by", {"who": "host"}, FACILITATOR))
    assert set(verdict.also_notifies) == {"an", "ada", "bo"}
    refusal(accept, entry("v1.by", {"who": "host"}, "an"))
    refusal(accept, entry("v1.by", {"who": "iedereen"}, FACILITATOR))
    refusal(accept, entry("v1.dealt", {"held": {}}, "an"))
    refusal(accept, entry("v1.dealt", {"held": {}}, FACILITATOR))
