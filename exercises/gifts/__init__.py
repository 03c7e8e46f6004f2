"""Cadeautjestijd: everybody fills a gift for the organisation they visited, and hosts unwrap."""

from __future__ import annotations

from exercises.contract import Exercise
from exercises.gifts import (
    accept,
    briefing,
    config_visits,
    console,
    export,
    model,
    model_photos,
    own_answers,
    report,
    results,
    views,
    views_home,
)
from exercises.gifts.config import GiftsConfig
from exercises.results import GiftNote, UnwrappedGift, Visit, WrappedGift
from state.language import _

EXERCISE = Exercise[GiftsConfig, model.GiftsView](
    kind="gifts",
    title=_("Cadeautjestijd"),
    help=_("Wie op bezoek was, vult een cadeautje met briefjes. De gastheer pakt het uit."),
    area=None,
    minutes=60,
    step_label=_("ronde"),
    steps_label=_("rondes"),
    config=GiftsConfig,
    sample=GiftsConfig(),
    stages=model.STAGES,
    steps=model.steps,
    accept=accept.accept,
    sealed=model.sealed,
    unread=model.unread,
    fold=model.fold,
    with_visits=config_visits.with_track,
    looks_back=True,
    hidden_visits=True,
    take_over=config_visits.taken_over,
    public=model.public,
    reads_unshown=("phone",),
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    lacks_at=lambda context: ("visits",),
    unfinished=console.unfinished,
    panel=console.panel,
    console=console.console,
    note_on=console.note_on,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
    files=export.files,
    summary=report.summary,
    report=report.report,
    briefing=briefing.briefing,
    results=results.results,
    gives=(Visit, UnwrappedGift, WrappedGift, GiftNote),
    homework=lambda config: "",
    waiting=views_home.waiting,
    codes=("items", "paper", "ribbon", "visitor", "host", "photo", "note"),
    own_answers=own_answers.own_answers,
    tells=lambda context: model_photos.noted(context.view),
    photos=lambda context: model_photos.photos(context.view),
)
