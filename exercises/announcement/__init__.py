"""Bekendmaking van de koppels: one couple at a time behind a door, then the whole web of visits."""

from __future__ import annotations

from exercises.announcement import console, export, model, picture, report, views
from exercises.announcement.accept import accept
from exercises.announcement.briefing import briefing
from exercises.announcement.config import AnnouncementConfig, with_track
from exercises.contract import Exercise
from state.language import _

EXERCISE = Exercise[AnnouncementConfig, model.AnnouncementView](
    kind="announcement",
    title=_("Bekendmaking van de koppels"),
    help=_("Deur na deur hoort iedereen wie bij wie over de vloer komt, en daarna het geheel."),
    area=None,
    minutes=20,
    step_label=_("stap"),
    steps_label=_("stappen"),
    config=AnnouncementConfig,
    sample=AnnouncementConfig(),
    stages=model.STAGES,
    steps=model.steps,
    with_visits=with_track,
    hidden_visits=True,
    accept=accept,
    fold=model.fold,
    settle=model.settle,
    phone=views.phone,
    screen=views.screen,
    lacks=console.lacks,
    lacks_at=lambda context: ("visits",),
    panel=console.panel,
    columns=export.COLUMNS,
    rows=export.rows,
    pictures=picture.pictures,
    summary=report.summary,
    report=report.report,
    briefing=briefing,
)
