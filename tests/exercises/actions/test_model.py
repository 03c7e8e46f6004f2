"""Plans as a pure model: what an action is, who reads it, and what a later meeting begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises.actions import model_carried
from exercises.actions.model import PlansView
from exercises.actions.model_settling import settle
from exercises.contract import Answer
from tests.exercises.actions.rooms import (
    EXERCISE,
    PARTIES,
    PEOPLE,
    action,
    context,
    earlier,
    entry,
    phase,
    says,
    view,
)

FULL = [
    *action("o0", what="Koffie aan de deur", first="Bekers zoeken", who="An", date="2027-01-08",
            area="1"),
    Answer("o0", "sheet.help1", {"orgs": ["o1"]}),
    Answer("o0", "sheet.state1", {"said": [{"state": "busy", "text": "Bijna", "day": ""}]}),
]  # fmt: skip


def later(answers: list[Answer], before: list[Answer], **more: Any) -> list[Answer]:
    """The answers of a later meeting with what it began with."""
    here = context(answers, "console", past=lambda: (earlier(before),), **more)
    return [*answers, *(Answer(one.owner or "", slot, one.payload, by_hand=True)
                        for slot, one in settle(here).items())]  # fmt: skip


def test_a_plan_goes_on_in_a_later_meeting_with_all_of_its_history() -> None:
    again = later([], FULL)
    (one,) = view(again).plan("o0")
    assert (one.what, one.first, one.who, one.date, one.area) == (
        "Koffie aan de deur", "Bekers zoeken", "An", "2027-01-08", 1
    )  # fmt: skip
    assert one.state == "busy" and one.helpers == ("o1",)
    assert [then.title for then in one.before] == ["Uitwisseling"]
    said = Answer("o0", "sheet.state1", {"said": [{"state": "done", "text": "", "day": ""}]})
    (one,) = view([*again, said, *action("o0", what="Soep aan de deur")]).plan("o0")
    assert (one.what, one.before[0].what) == ("Soep aan de deur", "Koffie aan de deur")
    assert [moment.state for moment in one.moments] == ["busy", "done"]


def test_a_third_meeting_still_knows_the_first() -> None:
    second = later(action("o0", what="Soep aan de deur"), FULL)
    third = later([], second)
    (one,) = view(third).plan("o0")
    assert [then.what for then in one.before] == ["Koffie aan de deur", "Soep aan de deur"]


def test_a_plan_is_carried_once_and_only_after_the_start() -> None:
    again = later([], FULL)
    here = context(again, "console", past=lambda: (earlier(FULL),))
    assert settle(here) == {}
    assert settle(replace(here, phase=replace(here.phase, stage=""))) == {}


def test_what_an_organisation_that_left_planned_is_not_carried_but_stays_readable() -> None:
    left = (replace(PARTIES[0], gone=True), *PARTIES[1:])
    here = context([], "console", past=lambda: (earlier(FULL),), parties=left)
    assert settle(here) == {}
    rows = list(EXERCISE.rows(context(FULL, "console", parties=left)))
    assert [row["action"] for row in rows] == ["Koffie aan de deur"]


def test_words_that_are_carried_can_be_changed_together() -> None:
    again = later([], FULL)
    sent = {"text": "Koffie en soep aan de deur", "base": "Koffie aan de deur", "writer": "a",
            "n": 1, "trail": []}  # fmt: skip
    kept = EXERCISE.accept(entry("sheet.what1", sent, "p0", again)).payload
    assert kept["text"] == "Koffie en soep aan de deur"


def test_a_carried_plan_comes_back_the_same_from_storage() -> None:
    plan = model_carried.carry(view(FULL).plan("o0"), "Acties", "2027-03-12")
    assert model_carried.CarriedPlan.from_json(plan.to_json()) == plan


def test_before_the_plans_are_shown_each_reads_only_its_own() -> None:
    answers = [*FULL, *action("o1", what="Een bank"), says("p1", "o0", "idea", "Vraag de buren")]
    seen = EXERCISE.public(view(answers), phase("fill"), "phone", PEOPLE["p1"])
    assert set(seen.plans) == {"o1"}
    screen = EXERCISE.public(view(answers), phase("fill"), "screen", None)
    assert (screen.plans, screen.said) == ({}, {})
    assert screen.counts == {"o0": 1, "o1": 1}
    everybody = EXERCISE.public(view(answers), phase("plan"), "phone", PEOPLE["p2"])
    assert set(everybody.plans) == {"o0", "o1"}


def test_a_text_that_is_too_long_is_read_by_nobody_else() -> None:
    long = Answer("o0", "sheet.what1", {"text": "geheim " * 40, "long": True})
    assert EXERCISE.sealed is not None and EXERCISE.sealed(view([long]), long)
    for role in ("screen", "console"):
        here = context([long], role)
        drawn = EXERCISE.screen(here) if role == "screen" else EXERCISE.console(here)
        assert drawn is not None and "geheim" not in str(drawn.data)
    assert "geheim" in str(EXERCISE.phone(context([long], "phone", me="p0")).data)
    assert "geheim" not in str(EXERCISE.phone(context([long], "phone", me="p1")).data)


def test_an_action_that_was_emptied_is_no_action() -> None:
    assert view(action("o0", what="")).plan("o0") == ()
    assert view([Answer("o0", "sheet.date1", {"date": "2027-01-01"})]).plan("o0") == ()


def test_a_remark_taken_back_is_gone() -> None:
    back = Answer("p1", "on.o0:1:help", {"on": False, "text": ""})
    assert view([*FULL, back]).on("o0", 1) == ()


def test_names_that_were_typed_are_told_for_documents_without_names() -> None:
    changed = later(action("o0", who="Bo"), FULL)
    assert set(EXERCISE.names(EXERCISE.sample, view(changed))) == {("Bo", "o0"), ("An", "o0")}
    assert list(EXERCISE.names(EXERCISE.sample, PlansView())) == []
