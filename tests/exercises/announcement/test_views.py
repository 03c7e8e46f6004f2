"""What screen and phones are sent: nothing of what is behind a door that is shut."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from exercises.announcement import EXERCISE, model_why
from exercises.announcement.model import known
from exercises.announcement.model_why import Why
from exercises.contract import TrackVisit
from tests.exercises.announcement.rooms import VISITS, WHY, context

ALL = [one.id for one in VISITS]


def screen(step: int, stage: str, **more: Any) -> dict[str, Any]:
    return EXERCISE.screen(context(step, stage, **more)).data


def own(who: str, opened: list[str]) -> list[tuple[str, bool, bool]]:
    """The visits on a phone: the other organisation, whether it is a way out, and for this
    person."""
    data = EXERCISE.phone(context(0, "open", "phone", who, opened)).data
    return [(one["name"], one["goes"], one["me"]) for one in data["own"]]


def test_a_shut_door_tells_nothing_of_the_host() -> None:
    sent = json.dumps(screen(0, "shut"), ensure_ascii=False)
    assert "Kattenstaart" in sent
    for word in ("Regenton", "Katrien", "Ouders", "beslissen", "o0"):
        assert word not in sent


def test_an_open_door_tells_the_host_and_why() -> None:
    data = screen(0, "open", opened=["two"])
    assert data["title"]["lines"][-1] == "bij De Regenton."
    assert [one["text"] for one in data["hosts"]["flags"]] == ["Katrien", "Samir", "Hanne", "Yusuf"]
    assert data["why"] == [
        {"text": "Ze vragen: ‘Hoe beslissen ouders mee?’", "answer": False},
        {"text": "Sterk bij De Regenton: ‘Ouders kiezen’", "answer": True},
    ]
    assert (data["number"], data["total"]) == (1, 7)


def test_the_facilitator_may_leave_the_reasons_out() -> None:
    assert screen(0, "open", opened=["two"], why=False)["why"] == []
    panel = EXERCISE.panel(context(0, "open", "console"))
    assert [one.key for one in panel.controls] == ["why"]
    bare = tuple(replace(one, why="") for one in VISITS)
    assert EXERCISE.panel(context(0, "open", "console", visits=bare)).controls == ()


def test_the_web_shows_only_what_was_opened() -> None:
    shut = screen(7, "shut", opened=["two"])
    assert shut["web"]["visits"] == [] and "Zevenhoek" not in json.dumps(shut)
    data = screen(7, "open", opened=["two", "alone"])
    assert [one["key"] for one in data["web"]["visits"]] == ["two", "alone"]
    whole = screen(7, "open", opened=ALL)
    assert (whole["total"], whole["organisations"]) == (7, 6)
    assert all(one["soles"] and one["guests"] for one in whole["web"]["visits"])


def test_a_phone_tells_the_own_visits_once_their_door_was_opened() -> None:
    assert own("Ayşe", []) == []
    assert own("Ayşe", ["alone"]) == [("Het Achterom", False, False)]
    assert own("Ayşe", ["two", "alone"]) == [
        ("De Regenton", True, False), ("Het Achterom", False, False)
    ]  # fmt: skip
    assert own("Greet", ["two"]) == [], "the visit of others is on the screen"


def test_who_goes_is_told_apart_from_who_stays() -> None:
    assert own("Katrien", ["one-a", "one-b"]) == [
        ("Zevenhoek", True, True), ("Knikkerzak", True, False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "names", "figures"),
    [("alone", ["Greet"], 1), ("three", [], 3), ("one-b", ["Hanne", "Yusuf"], 2)],
)
def test_as_many_figures_stand_there_as_people_go(key: str, names: list[str], figures: int) -> None:
    data = screen(ALL.index(key), "shut")
    assert len(data["guests"]["figures"]) == figures
    assert [one["text"] for one in data["guests"]["flags"]] == names


def test_nobody_is_named_as_long_as_nobody_was_chosen() -> None:
    open_visit = TrackVisit("v", "o0", "o5", count=1)
    for role, me in (("screen", None), ("phone", "Katrien"), ("phone", "Nadia")):
        here = context(0, "open", role, me, ["v"], (open_visit,))  # type: ignore[arg-type]
        data = EXERCISE.phone(here).data if me else EXERCISE.screen(here).data
        guests = [data["guests"]] if not me else [one["who"] for one in data["own"]]
        assert "Nadia" not in json.dumps(guests)
        if me:
            assert guests == ["één persoon van Knikkerzak"]
            assert data["own"][0]["me"] is False, "that she is in the room does not send her"
    two = replace(open_visit, count=2)
    here = context(0, "open", "phone", "Nadia", ["v"], (two,))
    assert EXERCISE.phone(here).data["own"][0]["who"] == "twee personen van Knikkerzak"


def test_the_console_counts_one_couple_as_one() -> None:
    assert EXERCISE.panel(context(1, "shut", "console", opened=["two"])).summary.startswith(
        "koppels is bekend."
    )


@pytest.mark.parametrize(
    "stored",
    ["", "geen json", "[]", "3", '{"version": 2, "question": "x"}', '{"version": 1}',
     '{"version": 1, "rank": true, "question": 3, "strength": null}',
     '{"version": 1, "rank": 0, "question": "  "}'],
)  # fmt: skip
def test_reasons_that_cannot_be_read_are_none(stored: str) -> None:
    assert model_why.read(stored) is None
    data = screen(0, "open", opened=["two"], visits=(replace(VISITS[0], why=stored),))
    assert data["why"] == []


def test_reasons_are_read_and_kept_short() -> None:
    assert model_why.read(WHY) == Why(1, "Hoe beslissen ouders mee?", "Ouders kiezen")
    long = model_why.read(json.dumps({"version": 1, "rank": None, "question": "a " * 400}))
    assert long is not None and len(long.question) <= 200 and long.question.endswith("…")
    ranked = replace(VISITS[0], why=json.dumps({"version": 1, "rank": 2}))
    data = screen(0, "open", opened=["two"], visits=(ranked,))
    assert data["why"][0]["text"] == "De Regenton stond op 2 bij Kattenstaart."


def test_an_organisation_that_left_is_still_named_where_it_was() -> None:
    gone = (replace(VISITS[0], host="weg"),)
    data = screen(0, "open", opened=["two"], visits=gone)
    assert data["title"]["lines"][-2:] != () and data["tile"] is None
    assert screen(1, "open", opened=["two"], visits=gone)["total"] == 1


def test_what_is_exported_and_told_is_what_was_opened() -> None:
    here = context(7, "open", "console", opened=["two", "alone"])
    assert [one.id for one in known(here)] == ["two", "alone"]
    assert [(one["visitor"], one["host"]) for one in EXERCISE.rows(here)] == [
        ("Kattenstaart", "De Regenton"), ("Het Achterom", "Kattenstaart")
    ]  # fmt: skip
    summary = EXERCISE.summary(here)
    assert summary is not None and summary.sentences[0] == "Twee koppels werden bekendgemaakt."
    assert summary.did == "maakten twee koppels bekend"
    told = [(one.organisation, one.blocks[0].items) for one in EXERCISE.report(here)]  # type: ignore[union-attr]
    assert told[0] == ("o0", ("Kattenstaart komt bij jullie over de vloer.",))
    assert [one.name for one in EXERCISE.pictures(here)] == ["web"]


def test_the_console_says_what_is_behind_the_door_and_what_is_left() -> None:
    panel = EXERCISE.panel(context(0, "shut", "console"))
    assert (panel.count, panel.total) == (0, 7)
    assert "Kattenstaart bij De Regenton" in panel.summary
    at_web = EXERCISE.panel(context(7, "shut", "console", opened=ALL[:5]))
    assert at_web.summary.endswith("2 koppels gaan mee open met het hele web.")
    assert "nog geen bezoek" in EXERCISE.lacks(context(0, "shut", "console", visits=()))
