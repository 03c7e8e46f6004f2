"""The organisatiefiche without a page: what is taken in, who sees what, and what comes out."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from exercises import organisation_sheet
from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Json,
    Member,
    Party,
    Phase,
    Rejected,
)
from exercises.kit.drawing import svg as drawing
from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet import content, export, model, views
from exercises.organisation_sheet.config import SheetConfig, usual
from exercises.organisation_sheet.picture import svg
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises.contexts import context_of

EXERCISE = organisation_sheet.EXERCISE
PARTIES = (Party("o1", "De Brug", "school", 1), Party("o2", "<b>Zoë</b> & Zn", "", 2))
MEMBERS = {
    "an": Member("an", "An", "o1", "De Brug", 1, "staat", "juf"),
    "bo": Member("bo", "Bo", "o1", "De Brug", 1, "staat"),
    "cas": Member("cas", "Cas", "o2", "Zoë", 2, "staat", "baas"),
}


def send(
    author: str, slot: str, payload: Json, stored: Json | None = None,
    config: SheetConfig | None = None,
) -> Accepted | Rejected:  # fmt: skip
    return model.accept(
        Entry(
            config or usual(), Phase(stage="fill", open=True), author, slot, payload,
            model.SheetView, lambda: MEMBERS, lambda: {one.id: one for one in PARTIES},
            lambda who: f"alias-{who}", lambda owner, place: stored,
        )
    )  # fmt: skip


def context(
    answers: list[Answer], stage: str = "wall", role: Any = "console", me: str | None = None,
    **options: Any,
) -> Context[Any, Any]:  # fmt: skip
    phase = replace(EXERCISE.with_switches(Phase(stage=stage)), options=options)
    return context_of(EXERCISE, phase, role, answers, people=MEMBERS, parties=PARTIES, me=me)


def full(owner: str = "o1") -> list[Answer]:
    texts = [Answer(owner, f"sheet.{key}", {"text": f"over {key}"}) for key in
             ("target", "core", "expect")]  # fmt: skip
    return [*texts, Answer(owner, "sheet.picture", {"card": "brug", "by": "x"})]


def test_a_text_belongs_to_the_organisation_and_wakes_its_phones() -> None:
    assert send("an", "sheet.core", {"text": "ja"}) == Accepted({"text": "ja"}, "o1", "party")


def test_the_names_begin_with_who_came_in() -> None:
    changed = {"text": "An Peeters", "base": "An", "writer": "w", "n": 1, "trail": []}
    verdict = send("bo", "sheet.name1", changed)
    assert isinstance(verdict, Accepted) and verdict.payload["text"] == "An Peeters"
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
    assert isinstance(send("an", "sheet.picture", payload), Rejected)


def test_a_picture_says_who_chose_it_and_can_be_taken_away() -> None:
    chosen = send("an", "sheet.picture", {"card": "brug"})
    assert chosen == Accepted({"card": "brug", "by": "alias-an"}, "o1", "party")
    assert send("an", "sheet.picture", {}) == Accepted({"by": "alias-an"}, "o1", "party")
    without = replace(usual(), camera=False)
    refused = send("an", "sheet.picture", {"photo": "abcdef123456"}, config=without)
    assert isinstance(refused, Rejected) and "foto kan hier niet" in refused.reason


def test_the_facilitator_fills_in_for_an_organisation() -> None:
    verdict = send(FACILITATOR, "sheet.core", {"text": "ja", "for": "o2"})
    assert verdict == Accepted({"text": "ja"}, "o2", "party")
    assert isinstance(send(FACILITATOR, "sheet.core", {"text": "ja"}), Rejected)


def test_a_part_that_was_taken_off_is_refused_and_not_counted() -> None:
    config = rules.switched(usual(), "core", False)
    assert isinstance(send("an", "sheet.core", {"text": "ja"}, config=config), Rejected)
    assert model.fold(config, full()).of("o1").filled == 3 == config.parts


def test_the_screen_gets_no_word_before_the_sheets_hang() -> None:
    data = views.screen(context(full(), "fill", "screen")).data
    assert "over core" not in str(data) and "brug" not in str(data)
    assert [one["filled"] for one in data["sheets"]] == [4, 0]
    assert "brug" in str(views.screen(context(full(), "wall", "screen")).data)


def test_a_phone_gets_only_its_own_sheet() -> None:
    answers = [*full("o1"), Answer("o2", "sheet.core", {"text": "geheim van o2"})]
    for stage in ("fill", "wall", "walk"):
        data = str(views.phone(context(answers, stage, "phone", "an")).data)
        assert "over core" in data and "geheim" not in data


def test_the_walk_begins_at_the_first_sheet_and_follows_the_desk() -> None:
    def large(stage: str, **options: Any) -> str | None:
        found = views.large_one(context(full(), stage, "screen", None, **options))
        return found.id if found else None

    assert large("fill", large="o2") is None
    assert (large("wall"), large("wall", large="o2")) == (None, "o2")
    assert (large("walk"), large("walk", large="o2"), large("walk", large="")) == ("o1", "o2", None)
    assert large("walk", large="gone") == "o1"


def test_the_console_hears_how_much_is_open_and_who_writes() -> None:
    at = context([]).alias("an")
    answers = [*full()[:2], Answer("o1", f"at.{at}", {"field": "sheet.core", "beat": 7})]
    first, second = views.desk(context(answers, "fill")).data["sheets"]
    assert (first["empty"], second["empty"]) == (2, 4)
    assert first["at"] == [{"name": "An", "field": "Kerntaak", "beat": 7}]
    assert views.panel(context(full(), "fill")).answered == {"an", "bo"}


def test_rows_and_files_tell_what_hangs_there() -> None:
    answers = [*full(), Answer("o2", "sheet.picture", {"photo": "abcdef123456", "by": "x"})]
    first, second = export.rows(context(answers))
    assert first["people"] == "An (juf); Bo" and first["picture"] == content.cards()["brug"].alt
    assert second["picture"] == "Een eigen foto"
    assert [file.picture for file in export.files(context(answers))] == ["abcdef123456"]


def test_a_sheet_is_drawn_with_card_or_photo() -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 0, 0)).save(out, "JPEG")
    answers = [*full(), Answer("o2", "sheet.picture", {"photo": "abcdef123456"})]
    made = replace(context(answers), photo=lambda one: out.getvalue())
    card, photo = svg(made, PARTIES[0]), svg(made, PARTIES[1])
    assert "kaart-01" in card and "data:image/jpeg;base64," in photo
    pixels = Image.open(io.BytesIO(drawing.png(photo, 480))).convert("RGB")
    red, green, _blue = pixels.getpixel((120, 130))  # type: ignore[misc]
    assert red > 150 and green < 60
    assert drawing.png(svg(context(answers), PARTIES[1]), 300).startswith(b"\x89PNG")


def test_every_card_has_a_drawing_and_words() -> None:
    assert len(content.cards()) == 30
    for card in content.cards().values():
        assert card.alt and content.drawing(card.id).startswith("<svg")
        assert "<script" not in content.drawing(card.id)


def test_labels_and_questions_can_be_changed_within_limits() -> None:
    config = rules.with_label(usual(), "core", "  Wat wij   doen ")
    config = rules.with_question(config, "core", "")
    config = rules.with_picture_question(config, "Welk beeld past?")
    field = config.fields[1]
    assert (field.label, field.question) == ("Wat wij doen", "")
    assert SheetConfig.from_json(config.to_json()) == config
    with pytest.raises(Refused, match="leeg"):
        rules.with_label(config, "core", " ")
    with pytest.raises(Refused, match="te lang"):
        rules.with_question(config, "core", "x" * 161)
