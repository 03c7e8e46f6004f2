"""De inleefoefening: back to the first moment at the host, with the eyes closed."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.recall import (
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
from exercises.recall.config import RecallConfig, usual
from exercises.results import WarmWelcome
from state.language import _

EXERCISE = Exercise[RecallConfig, model.RecallView](
    kind="recall",
    title=_("Inleefoefening"),
    help=_("Terug naar het eerste moment bij de gastheer: luisteren in het donker, dan schrijven."),
    area=model.AREA,
    minutes=30,
    step_label=_("deel"),
    steps_label=_("delen"),
    config=RecallConfig,
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
    looks_back=True,
    panel=console.panel,
    console=console.console,
    note_on=console.note_on,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("visibility", "host", "feeling"),
    results=results.results,
    gives=(WarmWelcome,),
    own_answers=own_answers.own_answers,
)
