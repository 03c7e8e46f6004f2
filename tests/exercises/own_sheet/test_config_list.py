"""Fields that are added, moved, changed and taken off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exercises.own_sheet import config_list as lists
from exercises.own_sheet.config import MOST_FIELDS, OwnSheetConfig, usual
from exercises.own_sheet.config_list import LIST
from state.problems import Refused

ANSWERED = ("sheet",)


def test_a_field_that_was_answered_is_kept_for_the_export_and_can_come_back() -> None:
    less = LIST.without(usual(), "take", ANSWERED)
    assert [one.key for one in less.fields] == ["far", "first"]
    assert [one.key for one in less.gone] == ["take"]
    assert LIST.without(usual(), "take").gone == ()
    again = LIST.change_to(less, lists.read("Wat nemen jullie mee?", "text"), ANSWERED)
    assert [one.key for one in again.fields] == ["take"]
    assert [one.key for one in again.gone] == ["far", "first"]


def test_another_kind_begins_anew_once_there_are_answers() -> None:
    changed = lists.with_kind(usual(), "take", "choice", ())
    first = changed.fields[0]
    assert (first.key, first.kind) == ("take", "choice")
    fresh = lists.with_kind(usual(), "take", "choice", ANSWERED)
    assert fresh.fields[0].key != "take" and fresh.fields[0].kind == "choice"
    assert fresh.gone == usual().fields[:1]
    assert lists.with_kind(usual(), "take", "text", ANSWERED) == usual()
    assert lists.with_kind(usual(), "gone", "text", ANSWERED) == usual()


def test_twenty_fields_fit_and_no_more() -> None:
    many = lists.read("\n".join(f"Veld {n}" for n in range(MOST_FIELDS)), "line")
    config = LIST.add(OwnSheetConfig(()), many)
    assert len(config.fields) == MOST_FIELDS and {one.kind for one in config.fields} == {"line"}
    with pytest.raises(Refused):
        LIST.add(config, lists.read("Nog een", "line"))
    with pytest.raises(Refused, match="Veld 2"):
        lists.read(f"Goed\n{'x' * 200}", "line")


def test_a_better_text_keeps_the_answers() -> None:
    changed = lists.with_text(usual(), "take", " Wat  neem je mee? ")
    assert changed.fields[0].text == "Wat neem je mee?" and changed.fields[0].key == "take"


def test_content_of_another_sheet_keeps_what_was_answered() -> None:
    other = replace(usual(), fields=lists.read("Iets anders\nWat is de eerste stap?", "line"))
    taken = lists.take_over(usual(), other, ANSWERED)
    assert taken.fields[1].key == "first"
    assert {one.key for one in taken.gone} == {"take", "far"}
