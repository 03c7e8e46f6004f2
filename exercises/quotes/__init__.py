"""Citaten: a sentence about the track, and what its writer allows to be done with it."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.quotes import (
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
from exercises.quotes.config import QuotesConfig
from exercises.results import Quote
from state.language import _

EXERCISE = Exercise[QuotesConfig, model.QuotesView](
    kind="quotes",
    title=_("Citaten"),
    help=_("Ieder schrijft één zin over het traject, en kiest of die getoond en gedrukt mag."),
    area=None,
    minutes=15,
    step_label=_("vraag"),
    steps_label=_("vragen"),
    config=QuotesConfig,
    sample=QuotesConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    public=model.public,
    sealed=model.sealed,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    unfinished=console.unfinished,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    results=results.results,
    gives=(Quote,),
    homework=lambda config: config.until,
    waiting=views_home.waiting,
    codes=("consent", "key", "until"),
    own_answers=own_answers.own_answers,
)
