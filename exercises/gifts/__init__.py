"""Cadeautjestijd: everybody fills a gift for the organisation they visited, and hosts unwrap."""

from __future__ import annotations

from exercises.contract import Exercise, Party
from exercises.gifts import desk, export, judge, model, views, visits
from exercises.gifts.config import GiftsConfig
from state.language import _

__all__ = ["EXERCISE", "visits"]


def _edit(config: GiftsConfig, organisations: tuple[Party, ...]) -> GiftsConfig:
    # Streamlit is loaded only where somebody edits: the model works without it.
    from exercises.gifts.editor import edit

    return edit(config, organisations)


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
    edit=_edit,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=export.pictures,
)
