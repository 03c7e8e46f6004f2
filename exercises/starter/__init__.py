"""Beginoefening: a question, and a sentence of everybody."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.starter import (
    accept,
    briefing,
    console,
    export,
    model,
    own_answers,
    report,
    views,
)
from exercises.starter.config import StarterConfig
from state.language import _

# Next: say here what it is; all else that an exercise can be is in exercises/contract.py, such as
# `area`, `results` with `gives`, `homework` and `with_visits`.
EXERCISE = Exercise[StarterConfig, model.StarterView](
    kind="starter",
    title=_("Beginoefening"),
    help=_("Iedereen schrijft één zin bij een vraag. Daarna lezen jullie ze samen."),
    area=None,
    minutes=15,
    step_label=_("vraag"),
    steps_label=_("vragen"),
    config=StarterConfig,
    sample=StarterConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    public=model.public,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("visibility", "when"),
    own_answers=own_answers.own_answers,
)
