"""Het verhaal van het bezoek: visitors tell, and the others listen through a lens."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.lenses import (
    accept,
    briefing,
    config_list,
    console,
    export,
    model,
    model_settling,
    own_answers,
    report,
    results,
    views,
)
from exercises.lenses.config import LensesConfig, usual, with_planned, with_track
from exercises.results import StoryRemark
from state.language import _

EXERCISE = Exercise[LensesConfig, model.LensesView](
    kind="lenses",
    title=_("Het verhaal van elk bezoek"),
    help=_("Wie op bezoek was, vertelt met eigen beelden; de anderen luisteren door een bril."),
    area=None,
    minutes=60,
    step_label=_("verhaal"),
    steps_label=_("verhalen"),
    config=LensesConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    with_visits=with_track,
    looks_back=True,
    with_minutes=with_planned,
    take_over=config_list.taken_over,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    public=model.public,
    reads_unshown=("phone", "screen"),
    settle=model_settling.settle,
    clock=model.clock,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    lacks_at=console.lacks_at,
    unfinished=console.unfinished,
    panel=console.panel,
    console=console.console,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    codes=("lens", "kind", "held", "who", "shape", "key", "order", "skipped", "organisation"),
    results=results.results,
    gives=(StoryRemark,),
    own_answers=own_answers.own_answers,
    tells=lambda context: model.shown_notes(context.view),
    photos=lambda context: model.shown_photos(context.view),
)
