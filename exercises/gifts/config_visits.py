"""Changes of what Cadeautjestijd holds around the visits of the track; all pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from exercises.contract import Party, TrackVisit
from exercises.gifts.config import GiftsConfig
from state.language import _, ngettext


def with_track(config: GiftsConfig, visits: tuple[TrackVisit, ...]) -> GiftsConfig:
    """The configuration with the visits of the track."""
    return replace(config, track=visits)


def taken_over(config: GiftsConfig, other: GiftsConfig, answered: Collection[str]) -> GiftsConfig:
    """The questions of `other` in the place of the present ones; who visited whom stays."""
    return replace(config, questions=other.questions)


def without(config: GiftsConfig, key: str, answered: Collection[str] = ()) -> GiftsConfig:
    """Take a visit off the list of an earlier version. `answered`: the keys whose gifts hold
    something, which are kept."""
    taken = tuple(v for v in config.visits if v.key == key and key in answered)
    left = tuple(v for v in config.visits if v.key != key)
    return replace(config, visits=left, gone=(*config.gone, *taken))


def nothing_to_fill(config: GiftsConfig) -> str:
    """What is said as long as no visit has a gift, and of those that have none yet; "" for none."""
    if config.silent:
        return ngettext(
            "{n} bezoek is nog niet bekendgemaakt, en krijgt geen cadeautje. Dat doe je op de"
            " pagina Bezoeken.",
            "{n} bezoeken zijn nog niet bekendgemaakt, en krijgen geen cadeautje. Dat doe je op de"
            " pagina Bezoeken.",
            config.silent,
        ).format(n=config.silent)
    if config.giving:
        return ""
    return _(
        "Er is nog geen bezoek afgesproken. Zonder bezoeken heeft niemand een cadeautje te vullen."
    )


def hosts_without_visit(config: GiftsConfig, organisations: Sequence[Party]) -> tuple[Party, ...]:
    """The organisations that nobody visited: they would get no gift."""
    hosts = {visit.host for visit in config.giving}
    return tuple(one for one in organisations if not one.gone and one.id not in hosts)
