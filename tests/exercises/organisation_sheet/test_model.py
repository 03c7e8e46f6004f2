"""The organisatiefiche without a page: what is taken in, who sees what, and what comes out."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

from PIL import Image

from exercises import organisation_sheet
from exercises.contract import (
    Answer,
    Context,
    Earlier,
    Member,
    Party,
    Phase,
)
from exercises.kit.drawing import svg as drawing
from exercises.kit.sheet import deck
from exercises.kit.sheet.large import large_page
from exercises.organisation_sheet import config as rules
from exercises.organisation_sheet import console, export, model, views
from exercises.organisation_sheet.picture import svg
from tests.exercises.contexts import context_of

EXERCISE = organisation_sheet.EXERCISE
PARTIES = (Party("o1", "De Brug", "school", 1), Party("o2", "<b>Zoë</b> & Zn", "", 2))
MEMBERS = {
    "an": Member("an", "An", "o1", "De Brug", 1, "staat", "juf"),
    "bo": Member("bo", "Bo", "o1", "De Brug", 1, "staat"),
    "cas": Member("cas", "Cas", "o2", "Zoë", 2, "staat", "baas"),
}


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


def test_the_screen_gets_no_word_before_the_sheets_hang() -> None:
    data = views.screen(context(full(), "fill", "screen")).data
    assert "over core" not in str(data) and "brug" not in str(data)
    assert [one["filled"] for one in data["sheets"]] == [4, 0]
    assert "brug" in str(views.screen(context(full(), "wall", "screen")).data)


def test_a_sheet_on_the_wall_says_its_first_sentences() -> None:
    long = Answer("o1", "sheet.core", {"text": "Wij zijn er. Elke dag opnieuw."})
    answers = [*full(), long]
    hangs, empty = views.screen(context(answers, "wall", "screen")).data["sheets"]
    titled, plain, first = hangs["said"]
    assert titled.splitlines()[1] == "Kerntaak: Wij zijn er. …"
    assert plain.splitlines() == ["over target", "Wij zijn er. …", "over expect"]
    assert first == "over target"
    assert empty["said"] == []
    for one in views.screen(context(answers, "fill", "screen")).data["sheets"]:
        assert one["said"] == []


def test_the_picture_of_a_sheet_holds_all_of_its_texts() -> None:
    words = "Alle gezinnen met jonge kinderen in de streek. " * 8
    answers = [Answer("o1", f"sheet.{key}", {"text": words}) for key in ("target", "core")]
    context_ = context([*answers, Answer("o1", "sheet.expect", {"text": "Verbinden."})])
    drawn = svg(context_, PARTIES[0])
    lines = re.findall(r'<text x="910.0" y="([\d.]+)"[^>]*>([^<]*)<', drawn)
    assert " ".join(line for _y, line in lines).count("in de streek.") == 16
    assert max(float(y) for y, _line in lines) <= 1010
    assert "…" not in drawn


def test_a_phone_gets_only_its_own_sheet() -> None:
    answers = [*full("o1"), Answer("o2", "sheet.core", {"text": "geheim van o2"})]
    for stage in ("fill", "wall", "walk"):
        data = str(views.phone(context(answers, stage, "phone", "an")).data)
        assert "over core" in data and "geheim" not in data


def test_the_walk_begins_at_the_first_sheet_and_follows_the_desk() -> None:
    def large(stage: str, **options: Any) -> str | None:
        here = context(full(), stage, "screen", None, **options)
        found = large_page(model.form(here.config), here)
        return found.holder.id if found else None

    assert large("fill", large="o2") is None
    assert (large("wall"), large("wall", large="o2")) == (None, "o2")
    assert (large("walk"), large("walk", large="o2"), large("walk", large="")) == ("o1", "o2", None)
    assert large("walk", large="gone") == "o1"


def test_what_is_too_long_counts_nowhere_and_only_its_own_phones_read_it() -> None:
    long = Answer("o1", "sheet.target", {"text": "te lang " * 60, "long": True})
    answers = [*full()[1:], long]
    for stage in ("fill", "wall", "walk"):
        shown = views.screen(context(answers, stage, "screen", large="o1")).data
        desk = console.console(context(answers, stage)).data
        assert "te lang" not in str(shown) and "te lang" not in str(desk)
        assert (shown["sheets"][0]["filled"], shown["sheets"][0]["too_long"]) == (3, 1)
        assert desk["sheets"][0]["shut"] == ["target"]
        for who, there in (("an", True), ("bo", True), ("cas", False)):
            phone = views.phone(context(answers, stage, "phone", who)).data
            assert ("te lang" in str(phone)) is there
    (row,) = export.rows(context(answers))
    assert row["target"] == "" and row["filled"] == 3
    assert "te lang" not in svg(context(answers), PARTIES[0])
    assert EXERCISE.sealed is not None
    assert EXERCISE.sealed(context(answers).view, long)
    assert not EXERCISE.sealed(context(answers).view, answers[0])


def test_a_name_that_is_too_long_keeps_a_sheet_from_being_full() -> None:
    name = Answer("o1", "sheet.name1", {"text": "An " * 60, "long": True})
    assert console.panel(context([*full(), name], "fill")).count == 0
    assert console.panel(context(full(), "fill")).count == 1


def test_a_phone_hears_whether_a_colleague_has_a_phone_too() -> None:
    def alone(people: dict[str, Member]) -> bool:
        found = context_of(
            EXERCISE, Phase(stage="fill"), "phone", [], people=people, parties=PARTIES, me="an"
        )
        return bool(views.phone(found).data["joint"]["alone"])

    assert alone({"an": MEMBERS["an"], "cas": MEMBERS["cas"]})
    assert alone({"an": MEMBERS["an"], "bo": replace(MEMBERS["bo"], by_hand=True)})
    assert not alone(MEMBERS)


def test_the_console_hears_how_much_is_open_and_who_writes() -> None:
    at = context([]).alias("an")
    answers = [*full()[:2], Answer("o1", f"at.{at}", {"field": "sheet.core", "beat": 7})]
    first, second = console.console(context(answers, "fill")).data["sheets"]
    assert (first["empty"], second["empty"]) == (2, 4)
    assert first["at"] == [{"name": "An", "field": "Kerntaak", "beat": 7}]
    assert console.panel(context(full(), "fill")).answered == {"an", "bo"}


def test_rows_and_files_tell_what_hangs_there() -> None:
    answers = [*full(), Answer("o2", "sheet.picture", {"photo": "abcdef123456", "by": "x"})]
    first, second = export.rows(context(answers))
    assert first["people"] == "An (juf); Bo" and first["picture"] == deck.cards()["brug"].alt
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


def last_time(owner: str = "o1", title: str = "Kick-off", label: str | None = None) -> Any:
    """A meeting before this one, in which an organisation wrote on its sheet."""
    config = EXERCISE.sample
    if label is not None:
        config = rules.with_label(config, "core", label)
    answers = [Answer(owner, "sheet.core", {"text": f"{title}: kern"}),
               Answer(owner, "sheet.name1", {"text": "An"})]  # fmt: skip
    return Earlier("before", title, "2026-11-22", config, EXERCISE.fold(config, answers))


def second(*past: Any, answers: tuple[Answer, ...] = (), stage: str = "fill") -> list[Any]:
    """What the phone of An is offered of earlier meetings."""
    here = context_of(
        EXERCISE, EXERCISE.with_switches(Phase(stage=stage)), "phone", answers, people=MEMBERS,
        parties=PARTIES, me="an", past=lambda: past,
    )  # fmt: skip
    found: list[Any] = views.phone(here).data["earlier"]
    return found


def test_earlier_words_are_offered_with_when_they_were_written() -> None:
    core = next(one for one in EXERCISE.sample.fields if one.key == "core")
    assert second() == []
    assert second(last_time()) == [
        {"slot": "sheet.core", "label": core.label, "text": "Kick-off: kern",
         "title": "Kick-off", "date": "22 november"}
    ]  # fmt: skip
    (latest,) = second(last_time(), last_time(title="Midden"))
    assert latest["title"] == "Midden"
    assert second(last_time(), last_time("o2", "Midden")) == second(last_time())


def test_earlier_words_stay_with_their_organisation_and_their_field() -> None:
    assert second(last_time("o2")) == []
    assert second(last_time(label="Iets heel anders")) == []
    assert second(last_time(), stage="wall") == []


def test_earlier_words_are_not_on_the_sheet_until_somebody_takes_them_over() -> None:
    here = context_of(
        EXERCISE, EXERCISE.with_switches(Phase(stage="fill")), "console", (), people=MEMBERS,
        parties=PARTIES, past=lambda: (last_time(),),
    )  # fmt: skip
    assert list(export.rows(here)) == []
    assert here.view.of("o1").filled == 0
