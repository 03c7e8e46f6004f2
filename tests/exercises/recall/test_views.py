"""What travels to phone, screen and console: never more than is shown."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exercises.contract import Answer, Context, Member, Party, Phase, Role, TrackVisit
from exercises.recall import EXERCISE
from exercises.recall.model import slip_key
from state.models import FACILITATOR
from tests.exercises.contexts import context_of

PARTIES = (Party("a", "De Brug", "", 1), Party("b", "Het Huis", "", 2), Party("c", "Noord", "", 3))
PEOPLE = {
    "an": Member("an", "Annelies", "a", "De Brug", 1, "staat"),
    "bo": Member("bo", "Boudewijn", "b", "Het Huis", 2, "staat"),
}
ANSWERS = [
    Answer("an", "q1.words", {"text": "soep", "host": "b"}, order=1),
    Answer("bo", "q1.words", {"text": "stijf", "host": "c"}, order=2),
    Answer("bo", "q1.feeling", {"feeling": "shy", "host": "c"}, order=3),
    Answer(FACILITATOR, f"q1.warm-{slip_key('an', 'q1')}", {"on": True, "text": "soep"}),
]
VISITS = (TrackVisit("1", host="b", visitor="a", announced=True, state="done"),)


def here(role: Role, step: int = 1, me: str = "", **options: Any) -> Context[Any, Any]:
    phase = EXERCISE.enter(EXERCISE.sample, Phase(step, "on", options=options))
    return context_of(
        EXERCISE, phase, role, ANSWERS, people=PEOPLE, parties=PARTIES, me=me or None,
        visits=VISITS,
    )  # fmt: skip


def sent(role: Role, step: int = 1, me: str = "", **options: Any) -> str:
    context = here(role, step, me, **options)
    scene = {"phone": EXERCISE.phone, "screen": EXERCISE.screen, "console": EXERCISE.console}[role]
    found = scene(context)
    assert found is not None
    return json.dumps(found.data, ensure_ascii=False)


NAMES = ("Annelies", "Boudewijn", "De Brug", '"an"', '"bo"')


@pytest.mark.parametrize("role", ["screen", "console"])
@pytest.mark.parametrize("way", ["question", "mixed"])
def test_nobody_is_named_unless_chosen_and_no_host_either(role: Role, way: str) -> None:
    told = sent(role, by=way)
    assert "soep" in told and "stijf" in told
    assert [name for name in (*NAMES, "Het Huis", "Noord") if name in told] == []


def test_who_is_named_is_as_switched() -> None:
    assert "Annelies" in sent("screen", visibility="names")
    told = sent("screen", visibility="organisations")
    assert "De Brug" in told and "Annelies" not in told


def test_by_host_the_page_of_one_host_is_shown() -> None:
    told = sent("screen", by="host")
    assert "Het Huis" in told and "soep" in told and "stijf" not in told


def test_in_the_dark_nothing_travels_but_one_sentence() -> None:
    told = sent("screen", step=0)
    assert "Sluit je ogen" in told and "soep" not in told
    asked = [*ANSWERS, Answer(FACILITATOR, "listen.now", {"n": 1})]
    context = context_of(EXERCISE, Phase(0, "on"), "screen", asked, people=PEOPLE)
    assert EXERCISE.screen(context).data == {"place": "listen", "opening": ""}


def test_in_the_light_lie_only_warm_slips() -> None:
    told = sent("screen", step=6)
    assert "soep" in told and "stijf" not in told


def test_a_phone_has_its_own_words_and_the_hosts_of_its_visits() -> None:
    told = sent("phone", me="an")
    assert "soep" in told and "stijf" not in told and "Boudewijn" not in told
    data = EXERCISE.phone(here("phone", me="an")).data
    assert [one["id"] for one in data["hosts"]] == ["b"] and data["host"] == "b"
    none = EXERCISE.phone(here("phone", me="bo")).data
    assert none["hosts"] == [] and none["feeling"]["chosen"] == "shy"


def test_one_organisation_alone_has_no_host_to_pick() -> None:
    context = context_of(
        EXERCISE, Phase(1, "on", True, True), "phone", (), people=PEOPLE, parties=PARTIES[:1],
        me="an",
    )  # fmt: skip
    assert EXERCISE.phone(context).data["hosts"] == []
    screen = context_of(EXERCISE, Phase(6, "on", False, True), "screen", (), parties=PARTIES[:1])
    assert EXERCISE.screen(screen).data["slips"] == []
