"""What a reflectiefiche takes in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import (
    Answer,
)
from exercises.reflection_sheet import EXERCISE, export
from state.models import FACILITATOR
from tests.exercises.reflection_sheet.test_model import PEOPLE, Table
from tests.exercises.refusing import refusal


def test_nobody_writes_for_an_organisation_but_its_people(table: Table) -> None:
    for slot, payload in (
        ("sheet.1-strong", {"text": "x", "for": "o0"}), ("sheet.shared", {"on": True, "for": "o0"}),
    ):  # fmt: skip
        refusal(table.send, FACILITATOR, slot, payload)
    refusal(table.send, "niemand", "sheet.shared", {"on": True})


@pytest.mark.parametrize(
    "hosts",
    [
        ["o0", "", ""],
        ["o1", "o1", ""],
        ["o9", "", ""],
        ["o3", "", ""],
        ["o1"],
        "o1",
        None,
        [1, 2, 3],
    ],
)
def test_a_top_3_that_cannot_be_is_refused_with_a_sentence(hosts: Any) -> None:
    assert refusal(Table().send, "an", "sheet.top", {"hosts": hosts}).endswith(".")


def test_who_left_after_being_chosen_is_skipped_and_can_be_replaced(table: Table) -> None:
    stored = Answer("o0", "sheet.top", {"hosts": ["o3", "o1", ""]})
    table.kept["o0", "sheet.top"] = stored
    table.send("an", "sheet.shared", {"on": True})
    rows = [row for row in export.rows(table.context("console")) if row["host"]]
    assert [(row["part"], row["host"]) for row in rows] == [("Top 3, plaats 1", "Huis 1")]
    verdict = table.send("an", "sheet.top", {"hosts": ["o2", "o1", ""], "base": ["o3", "o1", ""]})
    assert verdict.payload == {"hosts": ["o2", "o1", ""]}


def test_two_colleagues_who_choose_at_once_both_keep_their_choice() -> None:
    table = Table()
    table.send("an", "sheet.top", {"hosts": ["o1", "", ""], "base": ["", "", ""]})
    table.send("bo", "sheet.top", {"hosts": ["", "o2", ""], "base": ["", "", ""]})
    assert table.payload("o0", "sheet.top") == {"hosts": ["o1", "o2", ""]}
    table.send("bo", "sheet.top", {"hosts": ["", "", "o1"], "base": ["", "", ""]})
    assert table.payload("o0", "sheet.top") == {"hosts": ["", "o2", "o1"]}


def test_two_in_one_field_lose_no_word_also_after_a_time_offline() -> None:
    table = Table()
    slot = "sheet.2-sugar"
    table.send("an", slot, {"text": "Koken", "writer": "a", "n": 1})
    table.send("bo", slot, {"text": "Koken met ouders", "base": "Koken", "writer": "b", "n": 1})
    late = {"text": "Samen Koken", "base": "Koken", "writer": "a", "n": 2,
            "trail": [["a", 1, "Koken"]]}  # fmt: skip
    table.send("an", slot, late)
    table.send("an", slot, late)
    stored = table.payload("o0", slot)
    assert stored is not None and stored["text"] == "Samen Koken met ouders"


@pytest.mark.parametrize("text", ["x" * 961, "👋" * 961, "a\n" * 1000])
def test_what_is_far_too_long_is_refused_and_what_was_there_stays(text: str) -> None:
    table = Table()
    table.send("an", "sheet.1-strong", {"text": "eerst"})
    payload = {"text": text, "base": "eerst"}
    assert "240" in refusal(table.send, "an", "sheet.1-strong", payload)
    assert table.payload("o0", "sheet.1-strong") == {"text": "eerst"}


# An in o0 has a phone; Cas in o1 was added by the facilitator, and nobody of o2 is there.
WITHOUT_PHONE = {"an": PEOPLE["an"], "cas": replace(PEOPLE["cas"], by_hand=True)}


def form_of(table: Table, organisation: str) -> Any:
    desk = EXERCISE.console(table.context("console"))
    assert desk is not None
    return next(one for one in desk.data["sheets"] if one["id"] == organisation)


@pytest.mark.parametrize("organisation", ["o1", "o2"])
def test_the_facilitator_fills_in_for_an_organisation_without_a_phone(organisation: str) -> None:
    table = Table(WITHOUT_PHONE)
    table.send(FACILITATOR, "sheet.1-strong", {"text": "Koffie", "for": organisation})
    table.send(FACILITATOR, "sheet.top", {"hosts": ["o0", "", ""], "for": organisation})
    form = form_of(table, organisation)
    assert form["texts"]["1-strong"] == "Koffie"
    assert form["values"]["top"] == {"hosts": ["o0", "", ""]}
    assert form["shut"] == [] and form["may_share"]
    table.send(FACILITATOR, "sheet.shared", {"on": True, "for": organisation})
    rows = list(export.rows(table.context("console")))
    assert "Koffie" in [row["text"] for row in rows]


def test_the_facilitator_reads_and_writes_nothing_that_an_organisation_wrote_itself() -> None:
    table = Table()
    table.send("cas", "sheet.1-strong", {"text": "Van Cas zelf"})
    table.send("cas", "sheet.2-strong", {"text": "Ook van Cas " * 40})
    table.people = WITHOUT_PHONE
    form = form_of(table, "o1")
    assert form["shut"] == ["1-strong", "2-strong"] and not form["may_share"]
    assert "Cas" not in str(form)
    for slot, payload in (
        ("sheet.1-strong", {"text": "anders"}), ("sheet.2-strong", {"text": "anders"}),
        ("sheet.shared", {"on": True}),
    ):  # fmt: skip
        said = refusal(table.send, FACILITATOR, slot, {**payload, "for": "o1"})
        assert said == "Hier schreef de organisatie zelf al iets. Dat blijft van haar."
    table.send(FACILITATOR, "sheet.3-strong", {"text": "Van de begeleider", "for": "o1"})
    assert "Van de begeleider" in str(form_of(table, "o1"))


def test_once_a_phone_is_there_the_facilitator_fills_in_nothing_more() -> None:
    table = Table(WITHOUT_PHONE)
    table.send(FACILITATOR, "sheet.1-strong", {"text": "Koffie", "for": "o1"})
    table.people = PEOPLE
    assert not form_of(table, "o1")["may_write"]
    refusal(table.send, FACILITATOR, "sheet.1-strong", {"text": "Thee", "for": "o1"})
    table.send("cas", "sheet.1-strong", {"text": "Koffie en thee", "base": "Koffie"})
    table.people = WITHOUT_PHONE
    assert "thee" not in str(form_of(table, "o1")), "a word of the organisation makes it theirs"
