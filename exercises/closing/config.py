"""What the facilitator can edit in Slotmoment, to and from JSON: the chapters and their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from exercises.closing import content
from exercises.closing.content import ChapterKind
from state.ids import new_id
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

TITLE_LIMIT = 80
CHAPTERS_LIMIT = 20


@dataclass(frozen=True)
class Chapter:
    """A part of the closing. `key` stays when it is renamed or moved: answers are its own. The
    `title` of a question to the room is that question."""

    key: str
    kind: ChapterKind
    title: str


@dataclass(frozen=True)
class ClosingConfig:
    """The chapters in the order in which they are shown. `gone`: questions to the room that were
    removed after somebody answered; the export still has them."""

    chapters: tuple[Chapter, ...]
    gone: tuple[Chapter, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "chapters": _stored(self.chapters), "gone": _stored(self.gone),
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> ClosingConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(_chapters(stored["chapters"]), _chapters(stored["gone"]))

    def of(self, key: str) -> Chapter | None:
        """The chapter of that key, also one that was removed."""
        return next((one for one in (*self.chapters, *self.gone) if one.key == key), None)

    @property
    def asks(self) -> tuple[Chapter, ...]:
        """The questions to the room, those that were removed last."""
        return tuple(one for one in (*self.chapters, *self.gone) if one.kind == "ask")


def usual() -> ClosingConfig:
    """The chapters of the method."""
    return ClosingConfig(tuple(Chapter(kind, kind, content.TITLES[kind]) for kind in content.ORDER))


def with_title(config: ClosingConfig, key: str, typed: str) -> ClosingConfig:
    """Rename a chapter; Refused when empty or too long."""
    title = one_line(typed, TITLE_LIMIT, _("De titel"))
    return replace(
        config,
        chapters=tuple(
            replace(one, title=title) if one.key == key else one for one in config.chapters
        ),
    )


def with_chapter(config: ClosingConfig, kind: ChapterKind) -> ClosingConfig:
    """Add a chapter at the end; Refused when there are too many."""
    if len(config.chapters) >= CHAPTERS_LIMIT:
        raise Refused(_("Meer dan {most} hoofdstukken is te veel.").format(most=CHAPTERS_LIMIT))
    added = Chapter(new_id(), kind, content.TITLES[kind])
    return replace(config, chapters=(*config.chapters, added))


def without(config: ClosingConfig, key: str, *, answered: bool) -> ClosingConfig:
    """Take a chapter away; `answered`: keep it for the export. Refused for the last one."""
    kept = tuple(one for one in config.chapters if one.key != key)
    if not kept:
        raise Refused(_("Er moet één hoofdstuk blijven."))
    left = tuple(one for one in config.chapters if one.key == key and answered)
    return replace(config, chapters=kept, gone=(*config.gone, *left))


def moved(config: ClosingConfig, key: str, by: int) -> ClosingConfig:
    """Move a chapter up (-1) or down (+1); at an end nothing changes."""
    order = list(config.chapters)
    at = next((n for n, one in enumerate(order) if one.key == key), None)
    if at is None or not 0 <= at + by < len(order):
        return config
    order[at], order[at + by] = order[at + by], order[at]
    return replace(config, chapters=tuple(order))


def _stored(chapters: tuple[Chapter, ...]) -> list[dict[str, Any]]:
    return [{"key": one.key, "kind": one.kind, "title": one.title} for one in chapters]


def _chapters(stored: list[dict[str, Any]]) -> tuple[Chapter, ...]:
    return tuple(
        Chapter(one["key"], one["kind"], one["title"])
        for one in stored if one["kind"] in content.TITLES
    )  # fmt: skip
