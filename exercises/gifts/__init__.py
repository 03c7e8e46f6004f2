"""Cadeautjestijd: everybody fills a gift for the organisation they visited, and hosts unwrap."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.gifts import desk, export, judge, model, views, visits
from exercises.gifts.config import GiftsConfig
from state.language import _

__all__ = ["EXERCISE", "visits"]


EXERCISE = Exercise[GiftsConfig, model.GiftsView](
    kind="gifts",
    title=_("Cadeautjestijd"),
    help=_("Wie op bezoek was, vult een cadeautje met briefjes. De gastheer pakt het uit."),
    area=None,
    minutes=60,
    step_label=_("ronde"),
    config=GiftsConfig,
    sample=GiftsConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=judge.accept,
    sealed=judge.sealed,
    fold=model.fold,
    public=model.public,
    phone=views.phone,
    screen=views.screen,
    panel=desk.panel,
    desk=desk.desk,
    note_on=desk.note_on,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
)
