"""Sequels of gifts: at a later meeting each organisation tells what became of what it was given."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.gift_sequels import (
    accept,
    briefing,
    console,
    console_turns,
    export,
    model,
    report,
    results,
    views,
    views_home,
    views_photos,
)
from exercises.gift_sequels.config import SequelsConfig
from exercises.results import GiftSequel
from state.language import _

EXERCISE = Exercise[SequelsConfig, model.SequelsView](
    kind="gift_sequels",
    title=_("Wat deden jullie met je cadeautje?"),
    help=_("De tafel met cadeautjes staat er weer: elke organisatie vertelt wat ervan kwam."),
    area=None,
    minutes=20,
    step_label=_("ronde"),
    steps_label=_("rondes"),
    config=SequelsConfig,
    sample=SequelsConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    rehearse=model.rehearse,
    fold=model.fold,
    public=model.public,
    sealed=model.sealed,
    sealed_until_over=True,
    unread=model.unread,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    lacks_at=console.lacks_at,
    unfinished=console.unfinished,
    settle=console_turns.settle,
    panel=console.panel,
    console=console.console,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    files=export.files,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    results=results.results,
    gives=(GiftSequel,),
    own_answers=views_home.own_answers,
    homework=lambda config: config.until,
    beforehand=True,
    waiting=views_home.waiting,
    tells=views_photos.noted,
    photos=views_photos.photos,
    codes=("note", "words", "photo", "action", "giver", "by", "gift", "seen", "until"),
)
