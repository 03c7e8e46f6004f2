"""A meeting with the four exercises of the product, in a server's data folder."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exercises import domino, gifts, line, neighbourhood_map
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.line.config import Statement
from state import meetings, tracks
from state.database import Store
from tests.browser.setting import FIRST, ORGANISATIONS, Setting


def four_exercises(store: Store) -> dict[str, Setting]:
    """By kind, each of the same meeting, whose doors are open.

    The statement is FIRST; each of the three ORGANISATIONS visited the next one, the last of them
    the first.
    """
    track = tracks.add_track(store, "Samen sterk rond gezinnen")
    ids = [tracks.add_organisation(store, track, name, kind) for kind, name in ORGANISATIONS]
    meeting = meetings.add(store, track, "Uitwisseling", "2026-11-22", "Zaal De Linde")
    hosts = [*ids[1:], ids[0]]
    visits = tuple(
        GiftVisit(f"v{at}", visitor, host)
        for at, (visitor, host) in enumerate(zip(ids, hosts, strict=True), start=1)
    )
    configs: dict[str, Any] = {
        line.EXERCISE.kind: replace(line.EXERCISE.sample, statements=(Statement("s1", FIRST, 1),)),
        domino.EXERCISE.kind: domino.EXERCISE.sample,
        neighbourhood_map.EXERCISE.kind: neighbourhood_map.EXERCISE.sample,
        gifts.EXERCISE.kind: GiftsConfig(visits),
    }
    added = {
        kind: meetings.add_activity(store, meeting, kind, config.to_json(), 40)
        for kind, config in configs.items()
    }
    meetings.open_doors(store, meeting)
    code = meetings.room(store, meeting).meeting.code
    return {kind: Setting(store, meeting, code, activity) for kind, activity in added.items()}
