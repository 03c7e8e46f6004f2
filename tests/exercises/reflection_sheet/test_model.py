"""The reflectiefiche as a model: what is taken, and who may read it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import (
    Accepted,
    Answer,
    Entry,
    Homework,
    Json,
    Member,
    Party,
    Phase,
    Rejected,
)
from exercises.kit.rules.days import day_text
from exercises.reflection_sheet import EXERCISE, config, export, model, paging, picture, top, wall
from exercises.reflection_sheet.config import usual
from state.models import FACILITATOR
from state.problems import Refused
from tests.exercises.contexts import context_of

CONFIG = usual()
SECRET = "Onze geheime koffie"
PEOPLE = {
    one: Member(one, one, org, org, 1, "staat")
    for one, org in (("an", "o0"), ("bo", "o0"), ("cas", "o1"), ("dee", "o2"))
}
PARTIES = tuple(Party(f"o{n}", f"Huis {n}", "", n + 1, gone=n == 3) for n in range(4))
LOOK = Phase(0, "look", open=False, shown=True)
ids = st.sampled_from(["", "o0", "o1", "o2", "o3", "o4"])
tops = st.lists(ids, min_size=3, max_size=3).map(tuple)


class Table:
    """Answers as they are stored, with the last of each slot."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Answer] = {}

    def send(self, who: str, slot: str, payload: Json) -> Accepted | Rejected:
        entry = Entry(
            CONFIG, Phase(open=True), who, slot, payload, lambda: model.fold(CONFIG, self.all),
            lambda: PEOPLE, lambda: {one.id: one for one in PARTIES},
            stored=self.payload,
        )  # fmt: skip
        verdict = model.accept(entry)
        if isinstance(verdict, Accepted):
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
            people=PEOPLE, parties=PARTIES, me=me, **more,
        )  # fmt: skip


@pytest.fixture
def table() -> Table:
    made = Table()
    made.send("an", "sheet.1-strong", {"text": SECRET})
    made.send("an", "sheet.points", {"text": SECRET})
    made.send("an", "sheet.top", {"hosts": ["o1", "", ""]})
    made.send("an", "sheet.why-o1", {"text": SECRET})
    return made


def told(table: Table, phase: Phase = LOOK) -> dict[str, str]:
    """All that travels to anybody but the organisation itself."""
    screen, console = table.context("screen", phase), table.context("console", phase)
    return {
        "screen": json.dumps(EXERCISE.screen(screen).data),
        "panel": repr(EXERCISE.panel(console)),
        "desk": json.dumps(EXERCISE.desk(console).data),  # type: ignore[union-attr]
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
    assert model.sealed(model.fold(CONFIG, table.all), Answer("o0", "sheet.points", {}))
    desk = EXERCISE.desk(table.context("console", phase))
    assert desk is not None and desk.data["sheets"][0]["filled"] == 3
    assert desk.data["sheets"][0]["hosts"] == []


def test_what_is_shared_is_read_and_can_be_taken_back_by_the_colleague(table: Table) -> None:
    table.send("an", "sheet.shared", {"on": True})
    data = told(table)
    assert [where for where, text in data.items() if SECRET in text] == [
        "screen", "rows", "pictures"
    ]  # fmt: skip
    assert not model.sealed(model.fold(CONFIG, table.all), Answer("o0", "sheet.points", {}))
    assert SECRET not in told(table, replace(LOOK, shown=False))["screen"]
    table.send("bo", "sheet.shared", {"on": False})
    assert [where for where, text in told(table).items() if SECRET in text] == []


def test_both_colleagues_see_their_own_sheet(table: Table) -> None:
    for who in ("an", "bo"):
        assert SECRET in json.dumps(EXERCISE.phone(table.context("phone", LOOK, who)).data)


def test_nobody_writes_for_an_organisation_but_its_people(table: Table) -> None:
    for slot, payload in (
        ("sheet.1-strong", {"text": "x", "for": "o0"}), ("sheet.shared", {"on": True, "for": "o0"}),
    ):  # fmt: skip
        assert isinstance(table.send(FACILITATOR, slot, payload), Rejected)
    assert isinstance(table.send("niemand", "sheet.shared", {"on": True}), Rejected)
    assert isinstance(table.send("an", "sheet.note", {"text": "x"}), Rejected)


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
    verdict = Table().send("an", "sheet.top", {"hosts": hosts})
    assert isinstance(verdict, Rejected) and verdict.reason.endswith(".")


def test_who_left_after_being_chosen_is_skipped_and_can_be_replaced(table: Table) -> None:
    stored = Answer("o0", "sheet.top", {"hosts": ["o3", "o1", ""]})
    table.kept["o0", "sheet.top"] = stored
    table.send("an", "sheet.shared", {"on": True})
    rows = [row for row in export.rows(table.context("console")) if row["host"]]
    assert [(row["part"], row["host"]) for row in rows] == [("Top 3, plaats 1", "Huis 1")]
    verdict = table.send("an", "sheet.top", {"hosts": ["o2", "o1", ""], "base": ["o3", "o1", ""]})
    assert isinstance(verdict, Accepted) and verdict.payload == {"hosts": ["o2", "o1", ""]}


def test_two_colleagues_who_choose_at_once_both_keep_their_choice() -> None:
    table = Table()
    table.send("an", "sheet.top", {"hosts": ["o1", "", ""], "base": ["", "", ""]})
    table.send("bo", "sheet.top", {"hosts": ["", "o2", ""], "base": ["", "", ""]})
    assert table.payload("o0", "sheet.top") == {"hosts": ["o1", "o2", ""]}
    table.send("bo", "sheet.top", {"hosts": ["", "", "o1"], "base": ["", "", ""]})
    assert table.payload("o0", "sheet.top") == {"hosts": ["", "o2", "o1"]}


@given(tops, tops, tops)
def test_a_merged_top_has_nobody_twice_and_keeps_what_was_chosen_last(
    base: top.Top, now: top.Top, wanted: top.Top
) -> None:
    now, wanted = top.single(now), top.single(wanted)
    merged = top.merge(base, now, wanted)
    assert not top.has_twice(merged) and len(merged) == top.PLACES
    assert set(merged) <= {*now, *wanted, ""}
    for place in range(top.PLACES):
        if wanted[place] and wanted[place] != base[place]:
            assert merged[place] == wanted[place]


@given(tops)
def test_a_top_that_changed_nothing_changes_nothing(now: top.Top) -> None:
    now = top.single(now)
    assert top.merge(now, now, now) == now
    assert top.stored({"hosts": list(now)}) == now


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


@pytest.mark.parametrize("text", ["x" * 241, "👋" * 241, "a\n" * 1000])
def test_what_is_too_long_is_refused_and_what_was_there_stays(text: str) -> None:
    table = Table()
    table.send("an", "sheet.1-strong", {"text": "eerst"})
    verdict = table.send("an", "sheet.1-strong", {"text": text, "base": "eerst"})
    assert isinstance(verdict, Rejected) and "240" in verdict.reason
    assert table.payload("o0", "sheet.1-strong") == {"text": "eerst"}


def test_a_sheet_counts_its_parts_and_a_full_one_is_full() -> None:
    table = Table()
    for part in [*model.cups(CONFIG), "points", "learn", "question2"]:
        table.send("an", model.slot(part), {"text": "ja"})
    table.send("an", "sheet.top", {"hosts": ["o2", "", ""]})
    assert model.fold(CONFIG, table.all).of("o0").filled == model.parts_of(CONFIG) == 16


def test_rows_have_every_cup_and_conclusion_of_a_shared_sheet(table: Table) -> None:
    assert list(export.rows(table.context("console"))) == []
    table.send(FACILITATOR, "sheet.note", {"text": "Mooi gesprek"})
    (alone,) = export.rows(table.context("console"))
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


texts = st.text(st.characters(categories=("L", "N", "P", "Zs", "So")), max_size=240)


@given(st.lists(st.tuples(texts, texts, texts), max_size=8))
def test_pages_hold_every_row_once_in_order(rows: list[tuple[str, str, str]]) -> None:
    pages = paging.pages(rows)
    assert [row for page in pages for row in page.rows] == list(range(len(rows)))
    for page in pages:
        assert page.size >= 28
        high = sum(paging.height(rows[row], page.size) for row in page.rows)
        assert high <= paging.HIGH or len(page.rows) == 1


def test_long_texts_take_more_pages_and_the_switch_walks_them(table: Table) -> None:
    long = "Wij ontvangen gezinnen aan een grote tafel met koffie. " * 4
    for who in ("an", "cas", "dee"):
        for key in ("strong", "sugar", "beans"):
            table.send(who, f"sheet.2-{key}", {"text": long})
        table.send(who, "sheet.shared", {"on": True})
    sights = wall.sights(table.context("console"))
    of_area = [one for one in sights if one.area == 2]
    assert len(of_area) > 1 and sum(len(one.lines) for one in of_area) == 3
    (control,) = EXERCISE.panel(table.context("console")).controls
    assert [value for value, _label in control.options] == [one.key for one in sights]
    gone = replace(LOOK, options={"show": "area-2/9"})
    assert wall.current(table.context("console", gone), sights).key == of_area[-1].key
    nonsense = replace(LOOK, options={"show": ["x"]})
    assert wall.current(table.context("console", nonsense), sights).key == "area-1"


def test_the_picture_of_a_sheet_is_svg_whatever_was_written(table: Table) -> None:
    table.send("an", "sheet.1-beans", {"text": "<script>&</script> " + "W" * 200})
    svg = picture.svg(table.context("console"), PARTIES[0])
    assert svg.startswith("<svg") and "<script>" not in svg
    assert "Huis 1" not in svg, "whom they would visit is not for the report's pictures"


def test_what_the_facilitator_edits_is_checked_and_comes_back() -> None:
    changed = config.with_label(CONFIG, "sugar", " Een klontje ")
    changed = config.with_question(changed, "points", "Wat kan je tonen?")
    changed = config.with_date(config.with_area(changed, 3, False), date(2026, 12, 12))
    assert changed.areas == (1, 2, 4) and changed.until == "2026-12-12"
    assert config.ReflectionConfig.from_json(json.loads(json.dumps(changed.to_json()))) == changed
    assert len(model.cups(changed)) == 9
    for key, typed in (("sugar", ""), ("points", "x" * 41)):
        with pytest.raises(Refused):
            config.with_label(changed, key, typed)
    with pytest.raises(Refused):
        config.with_area(replace(CONFIG, areas=(2,)), 2, False)
