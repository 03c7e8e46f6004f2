"""What Cadeautjestijd gives to other exercises: visits that only its own list tells of."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.gifts.config import GiftsConfig
from exercises.gifts.model import GiftsView
from exercises.results import Visit


def results(config: GiftsConfig, view: GiftsView) -> Iterator[Visit]:
    """The visits of the list of an earlier version that are no visits of the track, in its order,
    once something is in a gift; everybody reads them. The list has no days."""
    if any(gift.count for gift in view.gifts.values()):
        for one in config.only_here:
            yield Visit(organisation=one.visitor, host=one.host, guests=one.count)
