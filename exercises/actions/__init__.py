"""Acties: each organisation writes what it will do, the group sharpens, later one looks back."""

from __future__ import annotations

from exercises.actions import (
    accept,
    briefing,
    console,
    export,
    model,
    model_carried,
    model_settling,
    own_answers,
    report,
    results,
    views,
    views_home,
    views_screen,
)
from exercises.actions.config import ActionsConfig, usual
from exercises.actions.model import PlansView
from exercises.contract import Exercise
from exercises.results import Action
from state.language import _

EXERCISE = Exercise[ActionsConfig, PlansView](
    kind="actions",
    title=_("Acties"),
    help=_("Elke organisatie schrijft wat ze gaat doen; de groep maakt het scherper en helpt."),
    area=None,
    minutes=60,
    step_label=_("plan"),
    steps_label=_("plannen"),
    config=ActionsConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    looks_back=True,
    accept=accept.accept,
    fold=model.fold,
    public=model.public,
    reads_unshown=("phone",),
    sealed=model.sealed,
    carried=model_carried.is_carried,
    phone=views.phone,
    screen=views_screen.screen,
    panel=console.panel,
    console=console.console,
    enter=console.enter,
    settle=model_settling.settle,
    unfinished=console.unfinished,
    rehearse=model.rehearse,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    results=results.results,
    gives=(Action,),
    homework=lambda config: config.until,
    waiting=views_home.waiting,
    codes=("choice", "date", "kind", "party", "ref", "orgs", "state", "day", "field", "until",
           "number", "area", "review", "sources", "helpers"),
    names=model.names,
    own_answers=own_answers.own_answers,
    withheld=own_answers.withheld,
)  # fmt: skip
