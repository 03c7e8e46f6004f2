"""What a reflectiefiche takes in."""

from __future__ import annotations

from typing import Any

import pytest

from exercises.contract import (
    Answer,
)
from exercises.reflection_sheet import export
from state.models import FACILITATOR
from tests.exercises.reflection_sheet.test_model import Table
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
