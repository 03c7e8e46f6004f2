"""What the facilitator can edit in the lenses, to and from JSON, and which stories are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from exercises.contract import TrackVisit
from exercises.lenses import content
from state.clock import local, now
from state.ids import new_id
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

NAME_LIMIT, PROMPT_LIMIT, TITLE_LIMIT = 28, 120, 60
# As many lenses as stand beside each other on the shelf, in letters that are read from the back.
LENSES_LIMIT, PROMPTS_LIMIT = 6, 4
EXTRA_LIMIT = 20
MOST_MINUTES = 60
# The minutes of the agenda are shared among the stories: at least so many for each, and the usual
# ones where the agenda has none.
SHARED, LEAST_MINUTES, USUAL_MINUTES = -1, 5, 20
# The story that is told as long as there are no visits.
FREE = "free"


@dataclass(frozen=True)
class Lens:
    """A way to look at a story: what it is called, up to PROMPTS_LIMIT prompts, and the shape of
    its spectacles (a key of content.SHAPES). `key` stays when the words change."""

    key: str
    text: str
    prompts: tuple[str, ...] = ()
    shape: str = "round"


@dataclass(frozen=True)
class ExtraStory:
    """A story without a visit; `organisation` is the id of who tells it, "" for nobody yet."""

    key: str
    title: str
    organisation: str = ""


@dataclass(frozen=True)
class Story:
    """A story as it is told: of a visit (its `key` is the id of the visit), or an extra one with a
    `title`. `visitor` and `host` are ids of organisations, "" for none; `people`: ids of the guests
    that are named, empty for all of the visitor."""

    key: str
    title: str = ""
    visitor: str = ""
    host: str = ""
    people: tuple[str, ...] = ()
    done: bool = False


@dataclass(frozen=True)
class LensesConfig:
    """The lenses, minutes for a story (0 for no clock, SHARED for those of the agenda), the order
    of stories by key where the facilitator chose one, those that are skipped, and stories without
    a visit.

    `gone`: lenses that were removed after people looked through them. `track`: the visits of the
    track that participants may know of, and `planned`: the minutes of the agenda, 0 for none;
    neither is stored here.
    """

    lenses: tuple[Lens, ...]
    minutes: int = SHARED
    order: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    extra: tuple[ExtraStory, ...] = ()
    gone: tuple[Lens, ...] = ()
    track: tuple[TrackVisit, ...] = field(default=(), compare=False, repr=False)
    planned: int = field(default=0, compare=False, repr=False)

    @cached_property
    def all_stories(self) -> tuple[Story, ...]:
        """Every story, also those that are skipped: visits that were done first, then the others
        that stand, then stories without a visit; what the facilitator ordered as ordered."""
        today = local(now()).date().isoformat()
        standing = [one for one in self.track if one.stands]
        standing.sort(key=lambda one: not one.took_place(today))
        visits = [
            Story(one.id, "", one.visitor, one.host, one.people, one.took_place(today))
            for one in standing
        ]
        extra = [Story(one.key, one.title, one.organisation) for one in self.extra]
        place = {key: at for at, key in enumerate(self.order)}
        return tuple(sorted((*visits, *extra), key=lambda one: place.get(one.key, len(place))))

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The stories that are told, at least one."""
        told = tuple(one for one in self.all_stories if one.key not in self.skipped)
        return told or (Story(FREE, _("Een verhaal")),)

    @property
    def story_minutes(self) -> int:
        """The minutes of the clock of one story, 0 for no clock."""
        if self.minutes != SHARED:
            return self.minutes
        if not self.planned:
            return USUAL_MINUTES
        return min(MOST_MINUTES, max(LEAST_MINUTES, self.planned // len(self.stories)))

    def lens(self, key: str) -> Lens | None:
        """The lens of that key, also one that was removed."""
        return next((one for one in (*self.lenses, *self.gone) if one.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 2."""
        return {
            "version": 2, "minutes": self.minutes, "order": self.order, "skipped": self.skipped,
            "lenses": _stored(self.lenses), "gone": _stored(self.gone),
            "extra": [
                {"key": one.key, "title": one.title, "organisation": one.organisation}
                for one in self.extra
            ],
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> LensesConfig:
        """From storage. Version 1 did not know SHARED: 20 minutes were those nobody chose."""
        minutes = stored["minutes"]
        if stored["version"] == 1 and minutes == USUAL_MINUTES:
            minutes = SHARED
        return cls(
            _lenses(stored["lenses"]), minutes, tuple(stored["order"]),
            tuple(stored["skipped"]),
            tuple(ExtraStory(one["key"], one["title"], one["organisation"])
                  for one in stored["extra"]),
            _lenses(stored["gone"]),
        )  # fmt: skip


def usual() -> LensesConfig:
    """The four lenses of the method."""
    return LensesConfig(
        tuple(Lens(key, name, prompts, shape) for key, name, shape, prompts in content.LENSES)
    )


def with_track(config: LensesConfig, visits: tuple[TrackVisit, ...]) -> LensesConfig:
    """The configuration with the visits of the track."""
    return replace(config, track=visits)


def with_planned(config: LensesConfig, minutes: int) -> LensesConfig:
    """The configuration with the minutes of the agenda."""
    return replace(config, planned=minutes)


def lens(name: str, prompts: Iterable[str] = (), shape: str = "square", key: str = "") -> Lens:
    """A lens from what was typed; Refused when a text is too long, or prompts are too many."""
    if shape not in content.SHAPES:
        raise Refused(_("Deze vorm kennen we niet. Kies er een uit de lijst."))
    cleaned = tuple(one_line(one, PROMPT_LIMIT, _("De vraag")) for one in prompts)
    if len(cleaned) > PROMPTS_LIMIT:
        raise Refused(_("Bij een bril passen hoogstens {n} vragen.").format(n=PROMPTS_LIMIT))
    return Lens(key or new_id(), one_line(name, NAME_LIMIT, _("De naam")), cleaned, shape)


def with_minutes(config: LensesConfig, minutes: int) -> LensesConfig:
    """Change the minutes for a story; Refused outside 0 to MOST_MINUTES, but for SHARED."""
    if minutes != SHARED and not 0 <= minutes <= MOST_MINUTES:
        raise Refused(_("Kies tussen 0 en {n} minuten.").format(n=MOST_MINUTES))
    return replace(config, minutes=minutes)


def with_story(config: LensesConfig, title: str, organisation: str) -> LensesConfig:
    """Add a story without a visit; Refused when its title doesn't fit, or there are too many."""
    if len(config.extra) >= EXTRA_LIMIT:
        raise Refused(_("Er passen hoogstens {n} verhalen bij.").format(n=EXTRA_LIMIT))
    added = ExtraStory(new_id(), one_line(title, TITLE_LIMIT, _("De titel")), organisation)
    return replace(config, extra=(*config.extra, added))


def without_story(config: LensesConfig, key: str) -> LensesConfig:
    """Take a story without a visit away."""
    return replace(config, extra=tuple(one for one in config.extra if one.key != key))


def skipping(config: LensesConfig, key: str, *, on: bool) -> LensesConfig:
    """Tell a story, or skip it."""
    left = tuple(one for one in config.skipped if one != key)
    return replace(config, skipped=(*left, key) if on else left)


def moved(config: LensesConfig, key: str, by: int) -> LensesConfig:
    """Move a story up (negative) or down in the order, as far as it goes."""
    keys = [one.key for one in config.all_stories]
    if key not in keys:
        return config
    at = keys.index(key)
    there = max(0, min(len(keys) - 1, at + by))
    keys.insert(there, keys.pop(at))
    return replace(config, order=tuple(keys))


def _stored(lenses: tuple[Lens, ...]) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "text": one.text, "prompts": one.prompts, "shape": one.shape}
        for one in lenses
    ]


def _lenses(stored: Iterable[dict[str, Any]]) -> tuple[Lens, ...]:
    return tuple(
        Lens(one["key"], one["text"], tuple(one["prompts"]), one["shape"]) for one in stored
    )
