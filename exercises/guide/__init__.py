"""Gespreksleidraad: visitors and host prepare their visit together, up to a programme by day."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Exercise
from exercises.guide import (
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
from exercises.guide.config import GuideConfig
from exercises.results import Agreement, ProgrammePart
from state.language import _

EXERCISE = Exercise[GuideConfig, model.GuideView](
    kind="guide",
    title=_("Gespreksleidraad"),
    help=_("Bezoekers en gastorganisatie bereiden samen hun bezoek voor, tot een dagprogramma."),
    area=None,
    minutes=75,
    step_label=_("deel"),
    steps_label=_("delen"),
    config=GuideConfig,
    sample=GuideConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    with_visits=lambda now, visits: replace(now, visits=visits),
    public=model.public,
    sealed=model.sealed,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    lacks_at=lambda context: ("visits",),
    unfinished=console.unfinished,
    panel=console.panel,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    codes=("field", "seen", "writer", "form", "guests", "date", "start", "end"),
    names=model.names,
    results=results.results,
    gives=(
        ProgrammePart,
        Agreement,
    ),
    briefing=briefing.briefing,
    homework=lambda config: config.until,
    waiting=views_home.waiting,
    own_answers=own_answers.own_answers,
)
