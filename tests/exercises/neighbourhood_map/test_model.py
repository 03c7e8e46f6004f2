"""What an answer is, who may see what, and what is left of two colleagues who write at once."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from exercises import neighbourhood_map
from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Earlier,
    Entry,
    Member,
    Party,
    Phase,
    Role,
)
from exercises.neighbourhood_map.config import MapConfig, usual
from exercises.neighbourhood_map.content import PLACES, in_words, nearest
from exercises.neighbourhood_map.model import MapView, fold, public
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.refusing import refusal

EXERCISE = neighbourhood_map.EXERCISE
PEOPLE = {
    "samir": Member("samir", "Samir", "o1", "De Regenton", 1, "staat"),
    "katrien": Member("katrien", "Katrien", "o1", "De Regenton", 1, "koffie"),
    "greet": Member("greet", "Greet", "o2", "Het Achterom", 5, "zij"),
}
PARTIES = {
    "o1": Party("o1", "De Regenton", "Inloophuis", 1),
    "o2": Party("o2", "Het Achterom", "Gezinshuis", 5),
    "o3": Party("o3", "Zevenhoek", "Buurtwerk", 4),
    "left": Party("left", "Weg <b>", "School", 7, gone=True),
}
PLACING = Phase(0, "place", open=True, shown=True)
MOVING = Phase(0, "move", open=True, shown=True)
PLACED = [
    Answer("o1", "map.1", {"x": 600.0, "y": 548.0}, by="samir", order=1),
    Answer("o1", "map.why1", {"text": "Met soep."}, by="samir", order=2),
    Answer("o2", "map.1", {"x": 1448.0, "y": 856.0}, by="greet", order=3),
    Answer("o2", "map.why1", {"text": "Geheim van Greet"}, by="greet", order=4),
    Answer("left", "map.1", {"x": 400.0, "y": 916.0}, by="wie", order=5),
]


def judge(
    slot: str, payload: Any, author: str = "samir", phase: Phase = PLACING,
    stored: list[Answer] | None = None,
) -> Accepted:  # fmt: skip
    config = usual()
    return EXERCISE.accept(
        Entry(config, phase, author, slot, payload, lambda: fold(config, stored or []),
              lambda: PEOPLE, lambda: PARTIES)
    )  # fmt: skip


def context(
    phase: Phase, role: Role, answers: list[Answer], me: str | None = None,
    past: tuple[Earlier[MapConfig, MapView], ...] = (), config: MapConfig | None = None,
) -> Context[MapConfig, MapView]:  # fmt: skip
    return context_of(
        EXERCISE, phase, role, answers, config=config or usual(), people=PEOPLE,
        parties=PARTIES.values(), me=me, past=lambda: past,
    )  # fmt: skip


def test_a_pawn_is_the_organisations_and_notifies_both() -> None:
    verdict = judge("map.1", {"x": 600, "y": 548.26})
    assert verdict == Accepted({"x": 600.0, "y": 548.3}, "o1", "party")


@pytest.mark.parametrize(
    "payload",
    [
        {}, {"x": 10}, {"x": float("nan"), "y": 5}, {"x": 600, "y": float("inf")},
        {"x": -1, "y": 500}, {"x": 1600, "y": 500}, {"x": 600, "y": 999}, {"x": 10**400, "y": 50},
        {"x": "600", "y": "500"}, {"x": True, "y": 500}, {"x": None, "y": None}, {"off": True},
    ],
)  # fmt: skip
def test_a_pawn_beside_the_map_is_refused_in_words(payload: Any) -> None:
    assert refusal(judge, "map.1", payload).endswith(".")


def test_every_named_place_is_on_the_map() -> None:
    for place in PLACES:
        assert isinstance(judge("map.1", {"x": place.x, "y": place.y}), Accepted)
        assert nearest(place.x, place.y) == place
        assert in_words(place.x, place.y) == place.label
    assert in_words(820, 60) != nearest(820, 60).label
    assert in_words(820, 60) == "vlak bij de velden"


def test_a_pawn_stands_still_while_locked_and_each_round_has_its_time() -> None:
    locked = replace(PLACING, open=False)
    assert "vastgezet" in refusal(judge, "map.1", {"x": 600, "y": 500}, phase=locked)
    refusal(judge, "map.2", {"x": 600, "y": 500})
    refusal(judge, "map.1", {"x": 600, "y": 500}, phase=MOVING)
    assert isinstance(judge("map.2", {"x": 600, "y": 500}, phase=MOVING), Accepted)


def test_words_of_a_colleague_are_not_swallowed() -> None:
    blind = refusal(judge, "map.why1", {"text": "Anders."}, "katrien", stored=PLACED)
    assert "Lees het even" in blind
    refusal(judge, "map.why1", {"text": "Anders.", "seen": 1}, "katrien", stored=PLACED)
    seen = judge("map.why1", {"text": "Anders.", "seen": 2}, "katrien", stored=PLACED)
    assert seen == Accepted({"text": "Anders."}, "o1", "party")
    # One's own words, the same words, and an empty place are free.
    assert isinstance(judge("map.why1", {"text": "Anders."}, "samir", stored=PLACED), Accepted)
    assert isinstance(judge("map.why1", {"text": "Met soep."}, "katrien", stored=PLACED), Accepted)
    assert isinstance(judge("map.why2", {"text": "Nu."}, "katrien", stored=PLACED), Accepted)


@pytest.mark.parametrize("text", ["<b>é</b>", "👩‍👩‍👧", "מפני ש", "a\nb"])
def test_words_are_kept_letter_by_letter(text: str) -> None:
    assert judge("map.why1", {"text": text}) == Accepted({"text": text}, "o1", "party")


def test_too_many_words_are_refused_with_their_number() -> None:
    said = refusal(judge, "map.why1", {"text": "x" * 281})
    assert "281" in said
    assert "280" in said


def test_the_facilitator_places_for_who_has_no_phone() -> None:
    verdict = judge("map.1", {"party": "o3", "x": 600, "y": 500}, FACILITATOR)
    assert verdict == Accepted({"x": 600.0, "y": 500.0}, "o3", "party")
    assert judge("map.1", {"party": "o3", "off": True}, FACILITATOR) == Accepted(
        {"off": True}, "o3", "party"
    )
    for party in ("left", "nobody", None, 3, ["o1"]):
        refusal(judge, "map.1", {"party": party, "x": 600, "y": 500}, FACILITATOR)


def test_only_the_facilitator_opens_a_pawn() -> None:
    assert judge("map.open", {"party": "o2"}, FACILITATOR) == Accepted({"party": "o2", "told": []})
    assert judge("map.open", {"party": ""}, FACILITATOR) == Accepted({"party": "", "told": []})
    for slot in ("map.open", "map.note", "map.3", "other.1", "", "map.why3", "map"):
        refusal(judge, slot, {"party": "o2", "text": "x"})
    refusal(judge, "map.1", {"x": 600, "y": 500}, "a stranger")


def test_the_last_of_two_colleagues_wins_and_is_named() -> None:
    by_katrien = Answer("o1", "map.1", {"x": 200.0, "y": 700.0}, by="katrien", order=9)
    answers = [*PLACED[1:], by_katrien]
    for me, mine in (("samir", False), ("katrien", True)):
        data = EXERCISE.phone(context(PLACING, "phone", answers, me)).data
        assert (data["at"]["x"], data["at"]["who"]) == (200.0, "Katrien")
        assert data["at"]["mine"] is mine
    words = EXERCISE.phone(context(PLACING, "phone", answers, "katrien")).data["why"]
    assert words == {"text": "Met soep.", "mark": 2, "who": "Samir", "mine": False}


def test_a_pawn_moves_after_the_talk_and_can_be_taken_away() -> None:
    config = usual()
    moved = Answer("o1", "map.2", {"x": 900.0, "y": 548.0}, by="samir", order=9)
    pawn = fold(config, [*PLACED, moved]).pawns["o1"]
    assert pawn.now is not None
    assert pawn.before is not None
    assert (pawn.now.x, pawn.before.x) == (900.0, 600.0)
    hardly = replace(moved, payload={"x": 601.0, "y": 548.0})
    assert fold(config, [*PLACED, hardly]).pawns["o1"].before is None
    away = replace(moved, payload={"off": True})
    assert fold(config, [*PLACED, away]).pawns["o1"].now is None


def test_a_phone_sees_only_its_own_pawn() -> None:
    text = json.dumps(EXERCISE.phone(context(PLACING, "phone", PLACED, "samir")).data)
    assert "Met soep." in text
    assert "Geheim" not in text
    assert "1448" not in text.replace("1448, 856,", "")
    view = public(fold(usual(), PLACED), PLACING, "phone", PEOPLE["samir"])
    assert set(view.pawns) == {"o1"}


def test_hidden_pawns_are_not_in_what_the_screen_is_sent() -> None:
    opened = [*PLACED, Answer(FACILITATOR, "map.open", {"party": "o2"})]
    hidden = replace(PLACING, shown=False)
    scene = EXERCISE.screen(context(hidden, "screen", opened))
    assert (scene.data["standing"], scene.data["figures"], scene.data["open"]) == (2, [], None)
    assert "Achterom" not in json.dumps(scene.data)
    shown = EXERCISE.screen(context(PLACING, "screen", opened))
    assert {figure["name"] for figure in shown.data["figures"]} == {"De Regenton", "Het Achterom"}


def test_a_sentence_comes_on_the_screen_only_when_its_pawn_is_open() -> None:
    closed = json.dumps(EXERCISE.screen(context(PLACING, "screen", PLACED)).data)
    assert "Geheim" not in closed
    assert "Met soep." not in closed
    opened = [*PLACED, Answer(FACILITATOR, "map.open", {"party": "o2"})]
    data = EXERCISE.screen(context(PLACING, "screen", opened)).data
    assert data["open"]["words"] == "Geheim van Greet"
    assert data["open"]["place"] == "op het sportveld"
    assert "Met soep." not in json.dumps(data)


def test_a_pawn_that_was_opened_and_left_closes() -> None:
    opened = [*PLACED, Answer(FACILITATOR, "map.open", {"party": "left"})]
    data = EXERCISE.screen(context(PLACING, "screen", opened)).data
    assert data["open"] is None
    assert "Weg" not in json.dumps(data)
    desk = EXERCISE.console(context(PLACING, "console", opened))
    assert desk is not None
    assert [pawn["id"] for pawn in desk.data["pawns"]] == ["o1", "o2", "o3"]


def test_pawns_are_hidden_first_where_that_is_wanted() -> None:
    wanted = replace(usual(), hide_first=True)
    assert EXERCISE.enter(wanted, PLACING).shown is False
    assert EXERCISE.enter(wanted, MOVING).shown is True
    assert EXERCISE.enter(usual(), PLACING).shown is True


def test_the_console_lists_people_and_counts_organisations_as_the_screen() -> None:
    panel = EXERCISE.panel(context(PLACING, "console", PLACED[2:]))
    assert panel.answered == {"greet"}
    assert (panel.count, panel.total) == (1, 2)
    assert panel.summary == "organisaties heeft een pion staan"
    assert [control.key for control in panel.controls] == ["traces"]


def earlier() -> tuple[Earlier[MapConfig, MapView], ...]:
    kick_off = fold(usual(), [Answer("o1", "map.1", {"x": 284.0, "y": 738.0}, order=1)])
    second = fold(
        usual(),
        [Answer("o1", "map.1", {"x": 405.0, "y": 668.0}), Answer("o2", "map.1", {"off": True})],
    )
    return (
        Earlier("a1", "Kennismaking", "2026-11-22", usual(), kick_off),
        Earlier("a2", "Uitwisseling", "", usual(), second),
    )


def test_a_phone_is_told_where_the_pawn_stood_last_time() -> None:
    data = EXERCISE.phone(context(PLACING, "phone", [], "samir", past=earlier())).data
    told = {key: data["earlier"][key] for key in ("place", "when", "dated", "x", "y")}
    assert told == {"place": "op de markt", "when": "Uitwisseling", "dated": False,
                    "x": 405.0, "y": 668.0}  # fmt: skip
    dated = EXERCISE.phone(context(PLACING, "phone", [], "samir", past=earlier()[:1])).data
    assert (dated["earlier"]["when"], dated["earlier"]["dated"]) == ("22 november 2026", True)
    nobody = EXERCISE.phone(context(PLACING, "phone", [], "greet", past=earlier())).data
    assert nobody["earlier"] is None


def test_the_pawn_of_last_time_stays_on_the_phones_map_in_every_stage() -> None:
    for stage in EXERCISE.stages:
        phase = EXERCISE.with_switches(replace(PLACING, stage=stage.key))
        data = EXERCISE.phone(context(phase, "phone", [], "samir", past=earlier())).data
        assert "stroke-dasharray" in data["earlier"]["pawn"], stage.key
