"""What Cadeautjestijd gives to other exercises: who visited whom, as it stands on its list."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.gifts.config import GiftsConfig
from exercises.gifts.model import GiftsView
from exercises.results import Visit


def results(config: GiftsConfig, view: GiftsView) -> Iterator[Visit]:
    """The visits of the list, in its order, once something is in a gift; everybody reads them. The
    list has no days. A visit that was taken off it was none."""
    if any(gift.count for gift in view.gifts.values()):
        for one in config.visits:
            yield Visit(organisation=one.visitor, host=one.host, guests=one.count)
