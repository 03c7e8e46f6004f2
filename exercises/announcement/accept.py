"""Bekendmaking van de koppels takes no answers: doors open by the stages of the facilitator."""

from __future__ import annotations

from exercises.announcement.config import AnnouncementConfig
from exercises.announcement.model import AnnouncementView
from exercises.contract import Accepted, Entry
from state.language import _
from state.problems import Refused


def accept(entry: Entry[AnnouncementConfig, AnnouncementView]) -> Accepted:
    """Refuses everything."""
    raise Refused(_("Hier valt niets in te vullen. Kijk naar het scherm."))
