"""The reflectiefiche as a model: what is taken, and who may read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Homework,
    Json,
    Member,
    Party,
    Phase,
)
from exercises.kit.rules.days import day_text
from exercises.kit.sheet import model as sheets
from exercises.reflection_sheet import EXERCISE, accept, export, model, picture
from exercises.reflection_sheet.config import ReflectionConfig, usual
from tests.exercises.contexts import context_of

CONFIG = usual()
SECRET = "Onze geheime koffie"
PEOPLE = {
    one: Member(one, one, org, org, 1, "staat")
    for one, org in (("an", "o0"), ("bo", "o0"), ("cas", "o1"), ("dee", "o2"))
}
PARTIES = tuple(Party(f"o{n}", f"Huis {n}", "", n + 1, gone=n == 3) for n in range(4))
LOOK = Phase(0, "look", open=False, shown=True)


def cups_of(config: ReflectionConfig) -> list[str]:
    """The cells of all cups, area by area."""
    return [model.cup(area, one.key) for area in config.areas for one in config.cups]


class Table:
    """Answers as they are stored, with the last of each slot."""

    def __init__(self, people: Mapping[str, Member] = PEOPLE) -> None:
        self.kept: dict[tuple[str, str], Answer] = {}
        self.people = people

    def send(self, who: str, slot: str, payload: Json) -> Accepted:
        entry = Entry(
            CONFIG, Phase(open=True), who, slot, payload, lambda: model.fold(CONFIG, self.all),
            lambda: self.people, lambda: {one.id: one for one in PARTIES},
            stored=self.payload,
        )  # fmt: skip
        verdict = accept.accept(entry)
        owner = verdict.owner or who
        order = len(self.kept) + 1
        self.kept[owner, slot] = Answer(owner, slot, verdict.payload, order=order, by=who)
        return verdict

    def payload(self, owner: str, slot: str) -> Json | None:
        found = self.kept.get((owner, slot))
        return found.payload if found else None

    @property
    def all(self) -> list[Answer]:
        return list(self.kept.values())

    def context(self, role: str, phase: Phase = LOOK, me: str = "", **more: Any) -> Any:
        return context_of(
            EXERCISE, phase, role, self.all, config=CONFIG,  # type: ignore[arg-type]
            people=self.people, parties=PARTIES, me=me, **more,
        )  # fmt: skip


def told(table: Table, phase: Phase = LOOK) -> dict[str, str]:
    """All that travels to anybody but the organisation itself."""
    screen, console = table.context("screen", phase), table.context("console", phase)
    return {
        "screen": json.dumps(EXERCISE.screen(screen).data),
        "panel": repr(EXERCISE.panel(console)),
        "desk": json.dumps(EXERCISE.console(console).data),  # type: ignore[union-attr]
        "other phone": json.dumps(EXERCISE.phone(table.context("phone", phase, "cas")).data),
        "rows": json.dumps(list(export.rows(console))),
        "pictures": repr(list(export.pictures(console))),
    }


@pytest.mark.parametrize("stage", ["fill", "look"])
@pytest.mark.parametrize("shown", [False, True])
@pytest.mark.parametrize("show", ["", "party-o0", "ends-o0", "area-1"])
def test_nobody_else_reads_a_sheet_before_it_is_shared(
    table: Table, stage: str, shown: bool, show: str
) -> None:
    phase = Phase(0, stage, True, shown, {"show": show})
    assert [where for where, data in told(table, phase).items() if SECRET in data] == []
    assert sheets.sealed(model.fold(CONFIG, table.all), Answer("o0", "sheet.points", {}))
    desk = EXERCISE.console(table.context("console", phase))
    assert desk is not None and desk.data["sheets"][0]["filled"] == 3
    assert desk.data["sheets"][0]["hosts"] == []


def test_what_is_shared_is_read_and_can_be_taken_back_by_the_colleague(table: Table) -> None:
    table.send("an", "sheet.shared", {"on": True})
    data = told(table)
    assert [where for where, text in data.items() if SECRET in text] == [
        "screen", "rows", "pictures"
    ]  # fmt: skip
    assert not sheets.sealed(model.fold(CONFIG, table.all), Answer("o0", "sheet.points", {}))
    assert SECRET not in told(table, replace(LOOK, shown=False))["screen"]
    table.send("bo", "sheet.shared", {"on": False})
    assert [where for where, text in told(table).items() if SECRET in text] == []


def test_both_colleagues_see_their_own_sheet(table: Table) -> None:
    for who in ("an", "bo"):
        assert SECRET in json.dumps(EXERCISE.phone(table.context("phone", LOOK, who)).data)


def test_a_sheet_counts_its_parts_and_a_full_one_is_full() -> None:
    table = Table()
    for part in [*cups_of(CONFIG), "points", "learn", "question2"]:
        table.send("an", f"sheet.{part}", {"text": "ja"})
    table.send("an", "sheet.top", {"hosts": ["o2", "", ""]})
    assert model.fold(CONFIG, table.all).of("o0").filled == model.form(CONFIG).counted == 16


def test_what_is_too_long_is_read_by_its_own_phones_only(table: Table) -> None:
    long = "Te lang. " * 40
    table.send("an", "sheet.shared", {"on": True})
    before = model.fold(CONFIG, table.all).of("o0").filled
    table.send("an", "sheet.4-beans", {"text": long})
    sheet = model.fold(CONFIG, table.all).of("o0")
    assert (sheet.filled, sheet.shortening) == (before, 1)
    for show in ("", "party-o0", "area-4"):
        data = told(table, replace(LOOK, options={"show": show}))
        assert [where for where, text in data.items() if "Te lang." in text] == []
    assert "Te lang." in json.dumps(EXERCISE.phone(table.context("phone", LOOK, "bo")).data)
    desk = EXERCISE.console(table.context("console"))
    assert desk is not None and desk.data["sheets"][0]["too_long"] == 1
    screen = EXERCISE.screen(table.context("screen", replace(LOOK, options={"show": "area-4"})))
    assert [line["shortening"] for line in screen.data["sight"]["lines"]] == [(0,)]
    stored = table.kept["o0", "sheet.4-beans"]
    assert sheets.sealed(model.fold(CONFIG, table.all), stored)


def test_a_why_that_is_too_long_counts_only_while_its_host_is_chosen() -> None:
    table = Table()
    table.send("an", "sheet.why-o1", {"text": "x" * 241})
    assert model.fold(CONFIG, table.all).of("o0").shortening == 0
    table.send("an", "sheet.top", {"hosts": ["o1", "", ""]})
    assert model.fold(CONFIG, table.all).of("o0").shortening == 1


def test_rows_have_every_cup_and_conclusion_of_a_shared_sheet(table: Table) -> None:
    assert list(export.rows(table.context("console"))) == []
    noted = table.context("console", noted=lambda: {"sheet": "Mooi gesprek"})
    (alone,) = export.rows(noted)
    assert alone["note"] == "Mooi gesprek" and alone["organisation"] == ""
    table.send("an", "sheet.shared", {"on": True})
    rows = list(export.rows(table.context("console")))
    assert len([row for row in rows if row["area_number"]]) == 12
    assert {row["part"] for row in rows} >= {"Sterke punten", "Waarin we willen leren"}
    assert {row["organisation"] for row in rows} == {"Huis 0"}


def test_at_home_the_phone_says_by_when(table: Table) -> None:
    home = Homework("2026-12-12")
    data = EXERCISE.phone(table.context("phone", LOOK, "an", homework=home)).data
    assert data["home"] and data["until"] == "12 december"
    assert day_text("") == day_text("gisteren") == ""


def test_the_picture_of_a_sheet_is_svg_whatever_was_written(table: Table) -> None:
    table.send("an", "sheet.1-beans", {"text": "<script>&</script> " + "W" * 200})
    svg = picture.svg(table.context("console"), PARTIES[0])
    assert svg.startswith("<svg") and "<script>" not in svg
    assert "Huis 1" not in svg, "whom they would visit is not for the report's pictures"
