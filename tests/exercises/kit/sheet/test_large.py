"""A sheet with more words than the screen holds goes over several pages."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Answer, Phase
from exercises.kit.sheet import console, large, wall
from exercises.kit.sheet.words import SheetContext
from exercises.own_sheet import EXERCISE, model
from exercises.own_sheet.config import OwnSheetConfig, usual
from tests.exercises.contexts import context_of
from tests.exercises.own_sheet.test_model import PARTIES, PEOPLE

FIELDS = tuple(replace(usual().fields[0], key=f"f{n}", text=f"Veld {n}?") for n in range(20))
CONFIG = OwnSheetConfig(FIELDS)
WORDS = "Ouders koken samen in de tuin van het huis. " * 9


def here(stage: str, texts: dict[str, str], **options: object) -> SheetContext:
    answers = [Answer("o1", f"sheet.{key}", {"text": text}) for key, text in texts.items()]
    phase = replace(EXERCISE.with_switches(Phase(stage=stage)), options=options)
    return context_of(
        EXERCISE, phase, "console", answers, config=CONFIG, people=PEOPLE, parties=PARTIES
    )


def test_every_field_is_on_one_page_and_the_walk_passes_all_of_them() -> None:
    form = model.form(CONFIG)
    full = {f"f{n}": WORDS.strip() for n in range(18)}
    context = here("walk", full)
    pages = [one for one in large.stops(form, context) if one.holder.id == "o1"]
    assert len(pages) > 2
    assert sorted(one.name for page in pages for one in page.fields) == sorted(
        one.name for one in form.asked
    )
    assert [one.name for one in pages[-1].fields][-2:] == ["f18", "f19"]
    assert pages[1].label == "De Regenton, blad 2 van " + str(len(pages))
    keys = console.desk(form, context)["stops"]
    assert keys == [*(one.key for one in pages), "o2"]


def test_the_chosen_page_is_on_and_the_last_of_a_sheet_that_became_shorter() -> None:
    form = model.form(CONFIG)
    full = {f"f{n}": WORDS.strip() for n in range(18)}
    second = large.large_page(form, here("wall", full, large="o1/2"))
    assert second is not None and (second.holder.id, second.page) == ("o1", 2)
    short = large.large_page(form, here("wall", {"f0": "kort"}, large="o1/2"))
    assert short is not None and (short.page, short.pages) == (1, 1)
    for chosen in ("o9/1", "", None, ["o1"], "o1/x", "o1/²"):
        found = large.large_page(form, here("wall", full, large=chosen))
        assert (found is None) == (not isinstance(chosen, str) or chosen[:2] != "o1")
    data = wall.screen(form, here("wall", full, large="o1/2"))
    assert (data["large"]["page"], data["large"]["pages"]) == (2, second.pages)
