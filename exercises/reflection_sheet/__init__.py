"""De reflectiefiche: each organisation looks back on the areas, and chooses whom to visit."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.model import SheetsView
from exercises.reflection_sheet import (
    accept,
    briefing,
    console,
    export,
    model,
    own_answers,
    report,
    results,
    views,
    views_home,
)
from exercises.reflection_sheet.config import ReflectionConfig, usual
from exercises.results import HostWish, LearningQuestion, Strength, Wish
from state.language import _

EXERCISE = Exercise[ReflectionConfig, SheetsView](
    kind="reflection_sheet",
    title=_("Reflectiefiche"),
    help=_("Sterke koffie, suiker en koffiebonen per aandachtsgebied; thuis verder in te vullen."),
    area=None,
    minutes=30,
    step_label=_("fiche"),
    steps_label=_("fiches"),
    config=ReflectionConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    fold=model.fold,
    public=sheets.public,
    sealed=sheets.sealed,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    results=results.results,
    gives=(
        Strength,
        Wish,
        LearningQuestion,
        HostWish,
    ),
    homework=lambda config: config.until,
    waiting=views_home.waiting,
    codes=("hosts", "field", "until"),
    own_answers=own_answers.own_answers,
)
