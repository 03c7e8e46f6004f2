"""De lijn: people stand on a line between two ends, say why, and may move after the talk."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.line import (
    accept,
    briefing,
    config_list,
    console,
    export,
    model,
    own_answers,
    report,
    results,
    views,
)
from exercises.line.config import LineConfig, usual
from exercises.results import LinePosition, Stance
from state.language import _

EXERCISE = Exercise[LineConfig, model.LineView](
    kind="line",
    title=_("De lijn"),
    help=_("Iedereen gaat op een lijn staan bij een stelling, zegt waarom, en mag opschuiven."),
    area=1,
    minutes=40,
    step_label=_("stelling"),
    steps_label=_("stellingen"),
    config=LineConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    enter=model.enter,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    take_over=config_list.taken_over,
    public=model.public,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    panel=console.panel,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("visibility",),
    results=results.results,
    gives=(Stance, LinePosition),
    own_answers=own_answers.own_answers,
)
