"""What an organisatiefiche takes in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Json,
    Phase,
)
from exercises.kit.sheet.model import SheetsView
from exercises.organisation_sheet import accept, model, views
from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet.config import SheetConfig, usual
from state.models import FACILITATOR
from tests.exercises.organisation_sheet.test_model import MEMBERS, PARTIES, context, full
from tests.exercises.refusing import refusal


def send(
    author: str, slot: str, payload: Json, stored: Json | None = None,
    config: SheetConfig | None = None,
) -> Accepted:  # fmt: skip
    return accept.accept(
        Entry(
            config or usual(), Phase(stage="fill", open=True), author, slot, payload,
            SheetsView, lambda: MEMBERS, lambda: {one.id: one for one in PARTIES},
            lambda who: f"alias-{who}", lambda owner, place: stored,
        )
    )  # fmt: skip


def test_a_text_belongs_to_the_organisation_and_notifies_its_phones() -> None:
    assert send("an", "sheet.core", {"text": "ja"}) == Accepted({"text": "ja"}, "o1", "party")


def test_the_names_begin_with_who_came_in() -> None:
    changed = {"text": "An Peeters", "base": "An", "writer": "w", "n": 1, "trail": []}
    verdict = send("bo", "sheet.name1", changed)
    assert verdict.payload["text"] == "An Peeters"
    phone = views.phone(context([], "fill", "phone", "an")).data
    texts = phone["joint"]["texts"]
    assert [texts[f"sheet.{part}"]["text"] for part in ("name1", "role1", "name2", "role2")] == [
        "An", "juf", "Bo", ""
    ]  # fmt: skip
    emptied = [Answer("o1", "sheet.name2", {"text": ""})]
    assert views.people_of(context(emptied), PARTIES[0]) == [("An", "juf")]


@pytest.mark.parametrize(
    "payload", [{"card": "geen"}, {"photo": "../x"}, {"photo": 3}, {"card": ["brug"]}]
)
def test_a_picture_we_do_not_know_is_refused(payload: Json) -> None:
    refusal(send, "an", "sheet.picture", payload)


def test_a_picture_says_who_chose_it_and_can_be_taken_away() -> None:
    chosen = send("an", "sheet.picture", {"card": "brug"})
    assert chosen == Accepted({"card": "brug", "by": "alias-an"}, "o1", "party")
    assert send("an", "sheet.picture", {}) == Accepted({"by": "alias-an"}, "o1", "party")
    without = replace(usual(), camera=False)
    said = refusal(send, "an", "sheet.picture", {"photo": "abcdef123456"}, config=without)
    assert "foto kan hier niet" in said


def test_the_facilitator_fills_in_for_an_organisation() -> None:
    verdict = send(FACILITATOR, "sheet.core", {"text": "ja", "for": "o2"})
    assert verdict == Accepted({"text": "ja"}, "o2", "party")
    refusal(send, FACILITATOR, "sheet.core", {"text": "ja"})


def test_a_part_that_was_taken_off_is_refused_and_not_counted() -> None:
    config = rules.switched(usual(), "core", False)
    refusal(send, "an", "sheet.core", {"text": "ja"}, config=config)
    assert model.fold(config, full()).of("o1").filled == 3 == config.parts
