"""Open houding: closed questions become open ones, and couples agree how to give feedback."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Exercise
from exercises.open_stance import (
    accept,
    briefing,
    config,
    console,
    export,
    model,
    own_answers,
    report,
    results,
    views,
)
from exercises.open_stance.config import StanceConfig
from exercises.results import Agreement
from state.language import _

EXERCISE = Exercise[StanceConfig, model.StanceView](
    kind="open_stance",
    title=_("Open houding"),
    help=_("Iedereen buigt gesloten vragen om, en elk koppel spreekt af hoe het feedback geeft."),
    area=None,
    minutes=45,
    step_label=_("ronde"),
    steps_label=_("rondes"),
    config=StanceConfig,
    sample=config.usual(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    take_over=config.taken_over,
    with_visits=lambda now, visits: replace(now, visits=visits),
    public=model.public,
    sealed=model.sealed,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    unfinished=console.unfinished,
    panel=console.panel,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    codes=("seen", "writer", "field"),
    results=results.results,
    gives=(Agreement,),
    briefing=briefing.briefing,
    own_answers=own_answers.own_answers,
)
