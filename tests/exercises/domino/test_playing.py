"""Writing, laying, moving, taking back, tying threads: what is taken, and what is said."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.contract import Answer, Phase
from exercises.domino.config import DominoConfig
from exercises.domino.model import (
    HALF_LIMIT,
    SHARED_LIMIT,
    THREADS_LIMIT,
    DominoView,
    visibility,
)
from exercises.domino.table.trail import HALVES, MOST_AT_HALF, Half
from state.models import FACILITATOR
from tests.exercises.domino.table import EXERCISE, PEOPLE, Play, alias


def table_of(*people: str) -> Play:
    """Everybody wrote; each lies against the one before, top and flop in turn."""
    play = Play().write(*people)
    assert not play.start(people[0])
    for at, person in enumerate(people[1:]):
        assert not play.lay(person, people[at], ("top", "flop")[at % 2], f"deelt {person}")
    return play


def leans(play: Play) -> dict[str, str]:
    """Which stone lies against which."""
    return {one: joint.against for one, joint in play.view.trail.joints.items()}


def test_a_first_stone_lies_and_has_the_word() -> None:
    play = Play().write("p1")
    assert not play.start("p1")
    assert play.view.lies("p1")
    assert play.view.word == "p1"
    assert play.last is not None
    assert play.last.notifies == "everybody"


def test_laying_beside_keeps_the_words_and_gives_the_word() -> None:
    play = table_of("p1", "p2", "p3")
    assert leans(play) == {"p2": "p1", "p3": "p2"}
    assert play.view.trail.order == ("p1", "p2", "p3")
    assert play.view.stones["p2"].lay.shared == "deelt p2"
    assert play.view.word == "p3"


@pytest.mark.parametrize("missing", ["top", "flop"])
def test_a_stone_needs_both_halves(missing: str) -> None:
    play = table_of("p1").write("p2")
    assert not play.send("p2", f"stone.{missing}", text="  ")
    assert "ontbreekt" in play.lay("p2", "p1")


def test_what_cannot_be_laid_is_said() -> None:
    play = table_of("p1", "p2").write("p3", "p4")
    assert "zichzelf" in play.lay("p3", "p3")
    assert "niet meer op tafel" in play.lay("p3", "p4")
    assert "niet meer op tafel" in play.send(
        "p3", "stone.lay", on=True, against="niemand", half="top", shared="x"
    )
    assert "Kies eerst" in play.lay("p3", "p1", "midden")
    assert "al op tafel" in play.lay("p2", "p1")
    assert "Schrijf er nog bij" in play.lay("p3", "p1", "top", "  ")
    assert "te lang" in play.lay("p3", "p1", "top", "x" * (SHARED_LIMIT + 1))
    assert not play.lay("p3", "p1", "flop", "<b>Taal</b> 👋 שיר")
    assert play.view.stones["p3"].lay.shared == "<b>Taal</b> 👋 שיר"


def test_of_two_who_lay_at_once_the_second_goes_beside_it_or_hears_that_it_is_full() -> None:
    play = table_of("p1").write("p2", "p3", "p4")
    assert not play.lay("p2", "p1", "top")
    assert not play.lay("p3", "p1", "top")
    assert leans(play) == {"p2": "p1", "p3": "p1"}
    assert "geen plaats meer" in play.lay("p4", "p1", "top")
    assert not play.lay("p4", "p1", "flop")


def test_against_a_stone_that_was_just_taken_back() -> None:
    play = table_of("p1", "p2").write("p3")
    assert not play.send(FACILITATOR, "stone.lay", stone=alias("p2"), on=False)
    assert "niet meer op tafel" in play.lay("p3", "p2", "flop")


@pytest.mark.parametrize("stage", ["write", "walk", "talk"])
def test_laying_has_its_own_stage(stage: str) -> None:
    play = Play().write("p1")
    play.stage = stage
    assert "kan nu niet" in play.start("p1")
    assert not play.send(FACILITATOR, "stone.lay", stone=alias("p1"), on=True, against=None)


def test_only_the_facilitator_starts_a_trail_when_it_was_switched_so() -> None:
    play = Play(config=DominoConfig(own_start=False)).write("p1", "p2")
    assert "begeleider" in play.start("p1")
    assert not play.send(FACILITATOR, "stone.lay", stone=alias("p1"), on=True, against=None)
    assert not play.lay("p2", "p1")
    play = Play(options={"own_start": False}).write("p1")
    assert "begeleider" in play.start("p1")


def test_words_may_come_late_and_a_lying_stone_is_never_emptied() -> None:
    play = table_of("p1")
    assert not play.send("p1", "stone.top", text="beter verwoord")
    assert play.last is not None
    assert play.last.notifies == "everybody"
    assert "lege helft" in play.send("p1", "stone.top", text="")
    assert play.view.stones["p1"].top == "beter verwoord"
    assert "te lang" in play.send("p1", "stone.flop", text="x" * (HALF_LIMIT + 1))


def test_a_stone_taken_back_loses_no_words_and_nothing_that_was_laid_against_it() -> None:
    play = table_of("p1", "p2", "p3")
    before = play.view.trail
    assert not play.send(FACILITATOR, "stone.lay", stone=alias("p2"), on=False)
    after = play.view
    assert leans(play) == {}
    assert after.stones["p2"].lay.shared == "deelt p2"
    assert after.stones["p3"].lay.shared == "deelt p3"
    assert after.trail.order == ("p1", "p3")
    # Laid again against the same half, what was laid against it touches it again.
    assert not play.lay("p2", "p1", "top", "deelt p2")
    assert (play.view.trail.order, leans(play)) == (before.order, {"p2": "p1", "p3": "p2"})


def test_the_owner_takes_back_only_what_nothing_leans_on() -> None:
    play = table_of("p1", "p2")
    assert "ligt al een steen tegen" in play.send("p1", "stone.lay", on=False)
    assert not play.send("p2", "stone.lay", on=False)
    assert "niet op tafel" in play.send("p2", "stone.lay", on=False)
    assert not play.send("p1", "stone.lay", on=False)
    assert play.view.lying == {}


def test_a_moved_stone_keeps_its_number_and_a_ring_becomes_a_thread() -> None:
    play = table_of("p1", "p2", "p3").write("p4")
    assert not play.lay("p4", "p3", "top", "iets")
    assert not play.send(
        FACILITATOR, "stone.lay", stone=alias("p2"), on=True, against=alias("p4"), half="flop",
        shared="nieuw",
    )  # fmt: skip
    view = play.view
    assert leans(play) == {"p2": "p4", "p4": "p3"}
    assert view.stones["p2"].lay.number == 2
    assert view.word == "p4"
    # What would close the ring is a thread: of its joints the one that was laid first.
    assert ("p3", "p2", "deelt p3") in [
        (one.source, one.target, one.text) for one in view.all_threads
    ]


def test_what_was_laid_against_a_moved_stone_goes_with_it() -> None:
    play = table_of("p1", "p2", "p3").write("p4")
    assert not play.lay("p4", "p1", "flop", "iets")
    assert not play.send(
        FACILITATOR, "stone.lay", stone=alias("p2"), on=True, against=alias("p4"), half="top",
        shared="nieuw",
    )  # fmt: skip
    assert leans(play) == {"p4": "p1", "p2": "p4", "p3": "p2"}


def test_no_stone_gets_more_at_a_half_than_fits_by_being_moved() -> None:
    play = table_of("p1").write("p2", "p3", "p4")
    assert not play.lay("p2", "p1", "top")
    assert not play.lay("p3", "p1", "top")
    assert not play.start("p4")
    move = {"stone": alias("p1"), "on": True, "against": alias("p4"), "shared": "x"}
    assert "geen plaats meer" in play.send(FACILITATOR, "stone.lay", half="top", **move)
    assert not play.send(FACILITATOR, "stone.lay", half="flop", **move)


def test_two_that_lie_against_each_other_are_read_once_each() -> None:
    play = table_of("p1", "p2")
    assert not play.send(
        FACILITATOR, "stone.lay", stone=alias("p1"), on=True, against=alias("p2"), half="top",
        shared="over en weer",
    )  # fmt: skip
    assert sorted(play.view.trail.order) == ["p1", "p2"]
    assert leans(play) == {"p1": "p2"}
    assert [one.text for one in play.view.all_threads] == ["deelt p2"]


def test_threads_from_a_stone_that_lies() -> None:
    play = table_of("p1", "p2", "p3").write("p4")
    assert not play.send("p3", f"stone.thread-{alias('p1')}", text="ook taal")
    assert [one.text for one in play.view.threads] == ["ook taal"]
    assert "eerst je steen" in play.send("p4", f"stone.thread-{alias('p1')}", text="ook")
    assert "andere steen" in play.send("p3", f"stone.thread-{alias('p3')}", text="ook")
    assert "niet meer op tafel" in play.send("p3", f"stone.thread-{alias('p4')}", text="ook")
    assert "er niet meer" in play.send("p3", "stone.thread-niemand", text="ook")
    assert not play.send("p3", f"stone.thread-{alias('p1')}", text="")
    assert play.view.threads == ()
    play.stage = "talk"
    assert "kan nu niet" in play.send("p3", f"stone.thread-{alias('p1')}", text="ook")


def test_threads_have_a_limit() -> None:
    play = Play().write(*PEOPLE)
    for person in PEOPLE:
        assert not play.start(person)
    others = [person for person in PEOPLE if person != "p0"]
    for person in others[:THREADS_LIMIT]:
        assert not play.send("p0", f"stone.thread-{alias(person)}", text="ook")
    assert "draden" in play.send("p0", f"stone.thread-{alias(others[-1])}", text="ook")
    assert not play.send("p0", f"stone.thread-{alias(others[0])}", text="anders gezegd")


def test_the_facilitator_ties_any_two_and_cuts_again() -> None:
    play = table_of("p1", "p2", "p3")
    slot = f"table.thread-{alias('p1')}-{alias('p3')}"
    assert not play.send(FACILITATOR, slot, text="samen eten")
    assert [(one.source, one.target) for one in play.view.threads] == [("p1", "p3")]
    assert not play.send(FACILITATOR, slot, text="")
    assert play.view.threads == ()
    assert play.send("p1", slot, text="niet van mij")


def test_giving_the_word_and_walking() -> None:
    play = table_of("p1", "p2").write("p3")
    assert not play.send(FACILITATOR, "table.word", stone=alias("p1"))
    assert play.view.word == "p1"
    assert not play.lay("p3", "p2", "flop")
    assert play.view.word == "p3"
    assert not play.send(FACILITATOR, "table.word", stone=None)
    assert play.view.word is None
    assert not play.send(FACILITATOR, "table.walk", stone=alias("p2"))
    assert play.view.walk == "p2"
    assert "niet op tafel" in play.send(FACILITATOR, "table.walk", stone=alias("p5"))


def test_the_facilitator_writes_for_who_has_no_phone() -> None:
    play = Play()
    assert not play.send(FACILITATOR, "stone.top", stone=alias("p6"), text="verteld")
    assert not play.send(FACILITATOR, "stone.flop", stone=alias("p6"), text="ook verteld")
    assert play.view.stones["p6"].whole
    assert FACILITATOR not in play.view.stones
    assert play.send(FACILITATOR, "stone.top", stone="onbekend", text="x")


SECRET = "alleen voor mij"


@pytest.mark.parametrize("stage", ["write", "lay", "walk", "talk"])
def test_no_stone_travels_before_it_lies(stage: str) -> None:
    play = table_of("p1", "p2")
    play.send("p3", "stone.top", text=SECRET)
    play.send("p3", "stone.flop", text=SECRET)
    play.stage = stage
    for role, me in (("screen", ""), ("phone", "p1"), ("phone", "p4")):
        draw = EXERCISE.screen if role == "screen" else EXERCISE.phone
        assert SECRET not in json.dumps(draw(play.context(role, me)).data)  # type: ignore[arg-type]
    desk = EXERCISE.console(play.context())
    assert desk is not None
    assert SECRET not in json.dumps(desk.data)
    assert SECRET in json.dumps(EXERCISE.phone(play.context("phone", "p3")).data)
    assert SECRET not in json.dumps(list(EXERCISE.rows(play.context())))


def test_a_stone_that_was_taken_back_is_gone_from_screen_and_phones() -> None:
    play = table_of("p1", "p2", "p3")
    play.send(FACILITATOR, "stone.lay", stone=alias("p2"), on=False)
    for role, me in (("screen", ""), ("phone", "p1")):
        draw = EXERCISE.screen if role == "screen" else EXERCISE.phone
        text = json.dumps(draw(play.context(role, me)).data)  # type: ignore[arg-type]
        assert "top van p2" not in text
        assert "deelt p2" not in text
        assert "deelt p3" not in text


@pytest.mark.parametrize(
    ("shown_as", "name", "house"),
    [("names", True, True), ("organisations", False, True), ("nobody", False, False)],
)
def test_names_follow_the_choice(shown_as: str, name: bool, house: bool) -> None:
    play = table_of("p1", "p2")
    play.options = {"visibility": shown_as}
    assert visibility(play.config, play.phase) == shown_as
    for role in ("screen", "phone"):
        draw = EXERCISE.screen if role == "screen" else EXERCISE.phone
        text = json.dumps(draw(play.context(role, "p4" if role == "phone" else "")).data)
        assert ("Naam 2" in text) == name
        assert ("Huis 2" in text) == house
    rows = json.dumps(list(EXERCISE.rows(play.context())))
    assert ("Naam 2" in rows) == name
    assert ("Huis 2" in rows) == house


def test_answers_of_earlier_versions_hold_a_place_and_still_lie_as_they_were_laid() -> None:
    play = Play().write("p1", "p2", "p3")
    earlier = (
        ("p1", {"number": 1, "at": [0, 0, 0], "against": None, "half": "top", "shared": ""}),
        ("p2", {"number": 2, "at": [-1, 0, 2], "against": "p1", "half": "top", "shared": "eten"}),
        ("p3", {"number": 3, "at": [9, 9, 1], "against": "p1", "half": "flop", "shared": "taal"}),
    )
    for order, (person, payload) in enumerate(earlier, start=100):
        slot = "stone.lay"
        play.answers[person, slot] = Answer(person, slot, {"on": True, **payload}, order=order)
    assert leans(play) == {"p2": "p1", "p3": "p1"}
    assert play.view.trail.order == ("p3", "p1", "p2")
    assert {row["shared"] for row in EXERCISE.rows(play.context()) if row["kind"] == "voeg"} == {
        "eten", "taal",
    }  # fmt: skip
    assert EXERCISE.screen(play.context("screen")).data["table"]
    # And they can be taken back and laid again.
    assert not play.send("p2", "stone.lay", on=False)
    assert not play.lay("p2", "p3", "top", "nieuw")
    assert leans(play) == {"p2": "p3", "p3": "p1"}


def test_hidden_results_show_nothing_of_the_table() -> None:
    play = table_of("p1", "p2")
    hidden = EXERCISE.public(play.view, Phase(stage="lay", shown=False), "screen", None)
    assert (hidden.stones, hidden.lying, hidden.written) == ({}, {}, 2)


def test_rows_hold_every_stone_joint_thread_and_note() -> None:
    play = table_of("p1", "p2", "p3")
    play.send("p3", f"stone.thread-{alias('p1')}", text="ook taal")
    play.send(FACILITATOR, "stone.lay", stone=alias("p2"), on=False)
    noted = replace(play.context(), noted=lambda: {"table": "onthouden"})
    rows = list(EXERCISE.rows(noted))
    found = [(row["kind"], row["person"], row["shared"], row["on_table"]) for row in rows]
    assert found == [
        ("steen", "Naam 1", "", 1), ("steen", "Naam 2", "", 0), ("voeg", "Naam 2", "deelt p2", 0),
        ("steen", "Naam 3", "", 1), ("voeg", "Naam 3", "deelt p3", 0),
        ("draad", "Naam 3", "ook taal", 1), ("notitie", "", "onthouden", 0),
    ]  # fmt: skip
    assert rows[1]["top"] == "top van p2"


def test_the_panel_counts_stones_while_writing_and_the_table_after() -> None:
    play = table_of("p1").write("p2")
    play.stage = "write"
    assert EXERCISE.panel(play.context()).answered == {"p1", "p2"}
    play.stage = "lay"
    assert EXERCISE.panel(play.context()).answered == {"p1"}


def used_at(view: DominoView, person: str, half: Half) -> int:
    """How many stones lie against a half."""
    joints = view.trail.joints.values()
    return sum(person in (one.stone, one.against) and one.half == half for one in joints)


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["lay", "start", "back", "move", "thread", "word", "gone"]),
        st.sampled_from(sorted(PEOPLE)), st.sampled_from(sorted(PEOPLE)),
        st.sampled_from(["top", "flop"]),
    ),
    max_size=30,
)  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(DEEDS)
def test_whatever_people_do_everything_that_lies_is_drawn_and_read_once(
    deeds: list[tuple[str, str, str, str]],
) -> None:
    play = Play().write(*PEOPLE)
    for deed, one, two, half in deeds:
        lay = {"on": True, "against": alias(two), "half": half, "shared": "x"}
        if deed in ("lay", "start"):
            play.send(one, "stone.lay", **(lay if deed == "lay" else {"on": True, "against": None}))
        elif deed == "back":
            play.send(FACILITATOR, "stone.lay", stone=alias(one), on=False)
        elif deed == "move":
            play.send(FACILITATOR, "stone.lay", stone=alias(one), **lay)
        elif deed == "thread":
            play.send(one, f"stone.thread-{alias(two)}", text="ook")
        elif deed == "word":
            play.send(FACILITATOR, "table.word", stone=alias(one))
        else:
            for slot in ("stone.lay", "stone.top"):
                play.answers.pop((one, slot), None)
        view = play.view
        assert sorted(view.trail.order) == sorted(view.lying)
        halves = [(person, one) for person in view.lying for one in HALVES]
        assert all(used_at(view, *one) <= MOST_AT_HALF for one in halves)
    assert EXERCISE.fold(play.config, list(play.answers.values())[::-1]) == play.view
    for stage in ("lay", "walk", "talk"):
        play.stage = stage
        EXERCISE.screen(play.context("screen"))
        EXERCISE.console(play.context())
