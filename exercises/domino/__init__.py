"""Top en flop domino: people write what went well and wrong on a stone, and lay it against another
stone on which they recognise something."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.domino import (
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
from exercises.domino.config import DominoConfig
from exercises.results import SharedMoment
from state.language import _

EXERCISE = Exercise[DominoConfig, model.DominoView](
    kind="domino",
    title=_("Top en flop domino"),
    help=_("Iedereen schrijft een top en een flop op een steen; wie iets herkent, legt aan."),
    area=model.AREA,
    minutes=45,
    step_label=_("tafel"),
    steps_label=_("tafels"),
    config=DominoConfig,
    sample=DominoConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    fold=model.fold,
    public=model.public,
    sealed=export.sealed,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    note_on=lambda context: model.NOTE_ON,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("half", "against", "target", "visibility"),
    results=results.results,
    gives=(SharedMoment,),
    own_answers=own_answers.own_answers,
    links_people=True,
    goes_with=own_answers.goes_with,
)
