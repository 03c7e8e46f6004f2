"""The reflectiefiche as a description: cups for each area, conclusions, learning questions, hosts.

Everything on a sheet belongs to the organisation. Slots: "sheet.<area>-<cup>" for a cup,
"sheet.<conclusion>", "sheet.question1" to 3, "sheet.top" for the hosts (see model_top.py),
"sheet.why-<organisation>" for why that host, and "sheet.shared" for whether others may read the
sheet: until then nobody else is given more of it than how much is filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from exercises.contract import Answer, Stage, Step
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import STEP, SheetField, SheetForm, SheetPart
from exercises.kit.sheet.model import FilledSheet, SheetsView
from exercises.reflection_sheet import content
from exercises.reflection_sheet import model_top as top
from exercises.reflection_sheet.config import Prompt, ReflectionConfig
from exercises.reflection_sheet.model_top import Top
from state.language import _

CUP_LIMIT, CONCLUSION_LIMIT, QUESTION_LIMIT, WHY_LIMIT = 240, 400, 200, 240
QUESTIONS = ("question1", "question2", "question3")
TOP, WHY = "top", "why"

STAGES = (
    Stage("fill", _("Invullen"), _("Laat iedereen invullen"), open=True, shown=False),
    Stage("look", _("Samen kijken"), _("Samen kijken"), open=False, shown=True),
)


def steps(config: ReflectionConfig) -> tuple[Step, ...]:
    """One sheet, one step."""
    return (Step(STEP, _("Waar staan jullie, en bij wie willen jullie gaan kijken?")),)


@lru_cache(maxsize=64)
def form(config: ReflectionConfig) -> SheetForm:
    """The sheet of this configuration."""
    cups = tuple(_text(one, CUP_LIMIT) for one in config.cups)
    parts = [SheetPart("cups", "", cups, for_each_area=True)]
    if config.conclusions:
        ends = tuple(_text(one, CONCLUSION_LIMIT) for one in config.conclusions)
        parts.append(SheetPart("ends", _("Besluit"), ends))
    if config.questions:
        parts.append(SheetPart("questions", content.QUESTIONS, (_questions(config),)))
    if config.top:
        hosts = SheetField(TOP, _("Top 3"), "own", config.top_ask)
        why = SheetField(WHY, content.TOP, each="party", limit=WHY_LIMIT, counts=False,
                         called=_("Het waarom"))  # fmt: skip
        parts.append(SheetPart(TOP, _("Top 3"), (hosts, why)))
    return SheetForm(tuple(parts), opened="holder", areas=config.areas)


def cup(area: int, key: str) -> str:
    """The part of a cup of an area."""
    return f"{area}-{key}"


def why(organisation: str) -> str:
    """The part that says why an organisation is in the top 3."""
    return f"{WHY}-{organisation}"


def hosts_on(sheet: FilledSheet) -> Top:
    """The top 3 on a sheet."""
    return top.stored(sheet.values.get(TOP))


def fold(config: ReflectionConfig, answers: Sequence[Answer]) -> SheetsView:
    """Put all answers together, whatever their order."""
    view = sheets.fold(form(config), answers)
    made = {owner: _of_hosts(config, one) for owner, one in view.sheets.items()}
    return replace(view, sheets=made)


def _of_hosts(config: ReflectionConfig, sheet: FilledSheet) -> FilledSheet:
    """The sheet; why somebody who is not in its top 3 was chosen counts nowhere."""
    hosts = {why(host) for host in hosts_on(sheet) if host}
    long = frozenset(one for one in sheet.too_long if one in hosts or not one.startswith(why("")))
    if long == sheet.too_long:
        return sheet
    return sheets.counted(form(config), replace(sheet, too_long=long))


def _text(prompt: Prompt, limit: int) -> SheetField:
    return SheetField(prompt.key, prompt.label, help=prompt.question, limit=limit)


def _questions(config: ReflectionConfig) -> SheetField:
    column = SheetField("question", _("Leervraag"), limit=QUESTION_LIMIT, lines=2,
                        called=_("De leervraag"))  # fmt: skip
    most = len(QUESTIONS)
    return SheetField("questions", content.QUESTIONS, "rows", config.questions_ask,
                      columns=(column,), fewest=most, most=most)  # fmt: skip
