"""De eigen fiche: a sheet that the facilitator makes, for people, organisations or a visit."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.model import SheetsView
from exercises.kit.sheet.waiting import waiting
from exercises.own_sheet import (
    accept,
    briefing,
    config_list,
    console,
    export,
    model,
    own_answers,
    views,
)
from exercises.own_sheet import report as documents
from exercises.own_sheet import results as found
from exercises.own_sheet.config import OwnSheetConfig, usual, with_visits
from exercises.results import Introduction
from state.language import _

EXERCISE = Exercise[OwnSheetConfig, SheetsView](
    kind="own_sheet",
    title=_("Eigen fiche"),
    help=_("Een fiche met jouw velden, samen of alleen in te vullen; daarna aan de muur."),
    area=None,
    minutes=20,
    step_label=_("fiche"),
    steps_label=_("fiches"),
    config=OwnSheetConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    opens=lambda config, phase: sheets.opens(model.form(config), phase),
    accept=accept.accept,
    fold=model.fold,
    public=sheets.public,
    sealed=sheets.sealed,
    with_visits=with_visits,
    take_over=config_list.take_over,
    lacks=views.lacks,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    rehearse=model.rehearse,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    files=export.files,
    photos=lambda context: sheets.photos(context.view),
    summary=documents.summary,
    report=documents.report,
    results=found.results,
    gives=(Introduction,),
    briefing=briefing.briefing,
    homework=lambda config: config.until,
    waiting=lambda context: waiting(model.form(context.config), context),
    codes=("field", "choice", "date", "photo", "card", "until", "kind", "holder", "opened"),
    own_answers=own_answers.own_answers,
)
