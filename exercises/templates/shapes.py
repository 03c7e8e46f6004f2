"""What a template of a track is: frozen data, in which kinds of exercises may be named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What an item takes its minutes for: for all of it, or for each organisation or visit.
PerWhat = Literal["", "organisation", "visit"]


@dataclass(frozen=True)
class TemplateItem:
    """An exercise by its kind, or a welcome, break or talk. An exercise that this version does not
    know stands on the agenda as a talk with this title. `note`: for the facilitator, of a talk."""

    kind: str
    minutes: int
    title: str = ""
    per: PerWhat = ""
    note: str = ""


@dataclass(frozen=True)
class TemplateMeeting:
    """A meeting of a template. `weeks` after the first one; `start` is 'HH:MM'; `about` says in a
    sentence what it is for."""

    key: str
    title: str
    weeks: int
    start: str
    about: str
    agenda: tuple[TemplateItem, ...]
    bring: str = ""


@dataclass(frozen=True)
class TrackTemplate:
    """A kind of track: `help` says in a sentence or two for whom and how."""

    key: str
    title: str
    help: str
    meetings: tuple[TemplateMeeting, ...]

    @property
    def counts(self) -> bool:
        """Whether minutes depend on how many organisations take part."""
        return any(item.per for meeting in self.meetings for item in meeting.agenda)


def welcome(minutes: int) -> TemplateItem:
    """People come in."""
    return TemplateItem("welcome", minutes)


def rest(minutes: int, title: str = "") -> TemplateItem:
    """A break."""
    return TemplateItem("break", minutes, title)


def talk(title: str, minutes: int, note: str = "") -> TemplateItem:
    """Something that is told or talked about, without an exercise."""
    return TemplateItem("talk", minutes, title, note=note)
