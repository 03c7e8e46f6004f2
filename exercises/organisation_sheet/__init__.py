"""De organisatiefiche: each organisation fills in one sheet together, and all hang on the wall."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.model import SheetsView
from exercises.organisation_sheet import (
    accept,
    briefing,
    console,
    export,
    model,
    own_answers,
    report,
    results,
    views,
)
from exercises.organisation_sheet.config import SheetConfig, usual
from exercises.results import Introduction
from state.language import _

EXERCISE = Exercise[SheetConfig, SheetsView](
    kind="organisation_sheet",
    title=_("Organisatiefiche"),
    help=_("Elke organisatie vult samen één fiche in; daarna hangt alles aan de muur."),
    area=None,
    minutes=30,
    step_label=_("fiche"),
    steps_label=_("fiches"),
    config=SheetConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    opens=lambda config, phase: sheets.opens(model.form(config), phase),
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
    files=export.files,
    photos=lambda context: sheets.photos(context.view),
    codes=("card", "field"),
    names=model.names,
    results=results.results,
    gives=(Introduction,),
    own_answers=own_answers.own_answers,
)
