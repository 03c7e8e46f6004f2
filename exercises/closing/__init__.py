"""Slotmoment: the track for a large room, in chapters, and what the room takes home."""

from __future__ import annotations

from exercises.closing import (
    accept,
    briefing,
    console,
    export,
    model,
    own_answers,
    report,
    views,
    views_photos,
)
from exercises.closing.config import ClosingConfig, usual
from exercises.contract import Exercise
from state.language import _

EXERCISE = Exercise[ClosingConfig, model.ClosingView](
    kind="closing",
    title=_("Slotmoment"),
    help=_("Het jaar in hoofdstukken voor een grote zaal; gasten schrijven wat ze meenemen."),
    area=None,
    minutes=40,
    step_label=_("hoofdstuk"),
    steps_label=_("hoofdstukken"),
    config=ClosingConfig,
    sample=usual(),
    stages=model.STAGES,
    steps=model.steps,
    enter=model.enter,
    accept=accept.accept,
    rehearse=accept.rehearse,
    fold=model.fold,
    public=model.public,
    phone=views.phone,
    screen=views.screen,
    panel=console.panel,
    console=console.console,
    lacks=console.lacks,
    looks_back=True,
    order=console.first_order,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    own_answers=own_answers.own_answers,
    tells=views_photos.noted,
    photos=views_photos.photos,
    codes=("key", "kind", "order", "area"),
    guests=True,
)
