"""The year of a track for its picture, as far as a role may know of it."""

from __future__ import annotations

from exercises.contract import Role
from exercises.engine import results
from exercises.engine.moment import Moment
from exercises.kit.drawing.year import TrackYear
from exercises.kit.drawing.year_results import year_of


def of_track(here: Moment, role: Role = "console") -> TrackYear:
    """The year of the track of a meeting."""
    return year_of(here.parties, here.track_meetings(), results.of_track(here, role))
