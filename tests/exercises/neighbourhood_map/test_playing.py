"""Who was told: which sentences reach the screen, in which order, and whose turn comes next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Accepted, Answer, Phase
from exercises.neighbourhood_map.config import usual
from exercises.neighbourhood_map.model import around, fold, public, round_of
from state.models import FACILITATOR
from tests.exercises.neighbourhood_map.test_model import (
    EXERCISE,
    MOVING,
    PLACED,
    PLACING,
    context,
    judge,
)

TALKING = Phase(0, "talk", open=False, shown=True)


def opened(stored: Sequence[Answer], *parties: str, phase: Phase = PLACING) -> list[Answer]:
    """The answers after the facilitator opened these pawns, one after the other; "" for none."""
    found = list(stored)
    for party in parties:
        verdict = judge("map.open", {"party": party}, FACILITATOR, phase, found)
        found = [one for one in found if one.slot != "map.open"]
        # As it comes back from storage.
        payload = json.loads(json.dumps(verdict.payload))
        found.append(Answer(FACILITATOR, "map.open", payload, order=99))
    return found


def beside(answers: list[Answer], phase: Phase = PLACING) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = EXERCISE.screen(context(phase, "screen", answers)).data["beside"]
    return found


def sentences(answers: list[Answer], phase: Phase = PLACING) -> list[tuple[str, str]]:
    return [(one["id"], one["words"]) for one in beside(answers, phase)]


def rewritten(answers: list[Answer], text: str) -> list[Answer]:
    """The sentence of o2, written anew."""
    return [
        replace(one, payload={"text": text}, order=50)
        if (one.author, one.slot) == ("o2", "map.why1") else one
        for one in answers
    ]  # fmt: skip


def test_beside_the_map_stand_places_until_somebody_tells() -> None:
    assert sentences(PLACED) == [("o1", ""), ("o2", "")]
    assert [one["place"] for one in beside(PLACED)] == ["midden op het plein", "op het sportveld"]


def test_what_was_told_stays_beside_the_map_the_last_one_first() -> None:
    told = opened(PLACED, "o2")
    assert sentences(told) == [("o1", "")]
    told = opened(told, "")
    assert sentences(told) == [("o2", "Geheim van Greet"), ("o1", "")]
    told = opened(told, "o1", "")
    assert sentences(told) == [("o1", "Met soep."), ("o2", "Geheim van Greet")]
    assert sentences(opened(told, "o2", "")) == [("o2", "Geheim van Greet"), ("o1", "Met soep.")]


def test_what_is_written_after_the_telling_is_not_sent_to_the_screen() -> None:
    told = rewritten(opened(PLACED, "o2", ""), "Nog niet voor iedereen")
    everything = json.dumps(EXERCISE.screen(context(PLACING, "screen", told)).data)
    assert "Nog niet" not in everything
    assert "Greet" not in everything
    desk = EXERCISE.console(context(PLACING, "console", told))
    assert desk is not None
    row = next(one for one in desk.data["pawns"] if one["id"] == "o2")
    assert (row["told"], row["changed"]) == (True, True)
    assert sentences(opened(told, "o2", ""))[0] == ("o2", "Nog niet voor iedereen")


def test_what_was_changed_while_it_stood_large_was_seen_by_all() -> None:
    told = rewritten(opened(PLACED, "o2"), "Meteen beter gezegd")
    assert sentences(opened(told, "o1", ""))[1] == ("o2", "Meteen beter gezegd")


def test_nobody_is_told_while_the_pawns_are_hidden() -> None:
    hidden = replace(PLACING, shown=False)
    answers = opened(PLACED, "o2", "", phase=hidden)
    assert fold(usual(), answers).told == {}
    told = opened(PLACED, "o2", "")
    scene = EXERCISE.screen(context(hidden, "screen", told))
    assert scene.data["beside"] == ()
    assert "Geheim" not in json.dumps(scene.data)
    assert public(fold(usual(), told), hidden, "screen", None).told == {}


def test_a_phone_is_never_sent_what_others_told() -> None:
    from tests.exercises.neighbourhood_map.test_model import PEOPLE

    told = opened(PLACED, "o2", "")
    assert "Geheim" not in json.dumps(EXERCISE.phone(context(TALKING, "phone", told, "samir")).data)
    assert public(fold(usual(), told), TALKING, "phone", PEOPLE["samir"]).told == {}


def test_a_browser_cannot_say_who_was_told() -> None:
    payload = {"party": "", "told": [["o2", 1, 4]]}
    assert judge("map.open", payload, FACILITATOR, stored=PLACED) == Accepted(
        {"party": "", "told": []}
    )


def test_a_second_sentence_is_told_in_its_own_turn() -> None:
    told = opened(PLACED, "o2", "", phase=TALKING)
    told.append(Answer("o2", "map.why2", {"text": "Voor later"}, by="greet", order=60))
    assert beside(told, MOVING)[0]["words"] == "Geheim van Greet"
    assert beside(told, MOVING)[0]["said_before"] is True
    told = opened(told, "o2", "", phase=MOVING)
    assert (beside(told, MOVING)[0]["words"], beside(told, MOVING)[0]["said_before"]) == (
        "Voor later", False,
    )  # fmt: skip
    assert fold(usual(), told).told["o2"].round == round_of(MOVING)


def test_of_who_moved_the_way_is_told_not_the_sentence_of_the_old_place() -> None:
    told = opened(PLACED, "o2", "o1", "", phase=TALKING)
    told.append(Answer("o2", "map.2", {"x": 600.0, "y": 548.0}, by="greet", order=60))
    first, second = beside(told, MOVING)
    assert (first["id"], first["words"], first["before"]) == ("o2", "", "op het sportveld")
    assert (second["id"], second["words"], second["said_before"]) == ("o1", "Met soep.", True)


def test_a_pawn_opened_before_tellings_were_kept_still_shows() -> None:
    old = [*PLACED, Answer(FACILITATOR, "map.open", {"party": "o2"})]
    data = EXERCISE.screen(context(PLACING, "screen", old)).data
    assert data["open"]["words"] == "Geheim van Greet"
    # It is on the screen now: closing it keeps it as told.
    assert sentences(opened(old, ""))[0] == ("o2", "Geheim van Greet")


def test_who_left_or_was_taken_away_is_not_told_of() -> None:
    told = opened(PLACED, "left", "o2", "")
    told.append(Answer("o2", "map.2", {"off": True}, by=FACILITATOR, order=70))
    assert [one["id"] for one in beside(told, MOVING)] == ["o1"]
    assert "Geheim" not in json.dumps(EXERCISE.screen(context(MOVING, "screen", told)).data)


def test_the_desk_and_the_remote_go_to_whose_turn_it_is() -> None:
    def moves(answers: list[Answer]) -> list[tuple[str, str]]:
        panel = EXERCISE.panel(context(TALKING, "console", answers))
        return [(one.label, one.value) for one in panel.moves]

    assert moves(PLACED) == [("Volgende pion", "De Regenton")]
    # Told out of order: the other one is next, also after the whole map was shown.
    told = opened(PLACED, "o2", phase=TALKING)
    assert moves(told)[:2] == [("Vorige pion", "De Regenton"), ("Volgende pion", "De Regenton")]
    assert moves(opened(told, "", phase=TALKING)) == [("Volgende pion", "De Regenton")]
    told = opened(told, "o1", "", phase=TALKING)
    assert moves(told) == [("Volgende pion", "De Regenton, al verteld")]
    desk = EXERCISE.console(context(TALKING, "console", told))
    assert desk is not None
    assert (desk.data["told"], desk.data["before"], desk.data["after"]) == (2, "", "o1")
    again = EXERCISE.console(context(MOVING, "console", told))
    assert again is not None
    assert again.data["told"] == 0


PARTIES = ["o1", "o2", "o3", "o4"]


@given(st.lists(st.sampled_from([*PARTIES, ""]), max_size=8))
def test_pressing_next_tells_everybody_once(before: list[str]) -> None:
    stored = [
        Answer(party, "map.1", {"x": 500.0, "y": 500.0}, order=at)
        for at, party in enumerate(PARTIES[:3], start=1)
    ]
    placed = PARTIES[:3]
    answers = opened(stored, *(one for one in before if one != "o4"), phase=TALKING)
    for _press in range(2 * len(placed)):
        view = fold(usual(), answers)
        _previous, following = around(view, TALKING, placed)
        if not following:
            break
        assert following != view.opened
        answers = opened(answers, following, phase=TALKING)
    assert all(fold(usual(), answers).was_told(one, 1) for one in placed)
