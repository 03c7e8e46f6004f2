"""Duo-gesprek: people talk in twos along guiding questions, with somebody new in each round."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.duo_conversation import (
    accept,
    briefing,
    config_list,
    console,
    export,
    model,
    own_answers,
    report,
    views,
)
from exercises.duo_conversation.config import DuoConfig, usual
from state.language import _

EXERCISE = Exercise[DuoConfig, model.DuoView](
    kind="duo_conversation",
    title=_("Duo-gesprek"),
    help=_("Mensen van verschillende organisaties praten per twee, elke ronde met iemand anders."),
    area=model.AREA,
    minutes=45,
    step_label=_("ronde"),
    steps_label=_("rondes"),
    config=DuoConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    enter=model.enter,
    settle=model.settle,
    clock=model.clock,
    accept=accept.accept,
    fold=model.fold,
    take_over=config_list.taken_over,
    public=model.public,
    reads_unshown=("phone",),
    sealed=model.sealed,
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
    own_answers=own_answers.own_answers,
)
