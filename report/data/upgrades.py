"""How the document of a track of an older version becomes one of the next version; pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exercises.contract import Json
from state.places import USUAL_OTHERS_FIRST


def _to_2(document: Json) -> Json:
    """Version 2 holds the visits and what was decided for them, and tells of each meeting when it
    starts and what people bring."""
    meetings = [{**meeting, "start": "", "bring": ""} for meeting in document["meetings"]]
    return {**document, "version": 2, "visits": [], "matching": [], "meetings": meetings}


def _to_3(document: Json) -> Json:
    """Version 3 is of the year around the meetings: it holds the texts and form of the call, when
    the report is printed, what people restricted of what they gave, the kijkstages that are
    offered, and who was a guest."""
    meetings = [
        {
            **meeting, "guests": [],
            "agenda": [{**one, "restrictions": []} for one in meeting["agenda"]],
        }
        for meeting in document["meetings"]
    ]  # fmt: skip
    track = {**document["track"], "print_day": ""}
    rules = {"is_on": False, "others_first": USUAL_OTHERS_FIRST}
    return {
        **document, "version": 3, "call": None, "track": track, "meetings": meetings,
        "offers": [], "offer_rules": rules,
    }  # fmt: skip


# Version -> what makes it one of the next version. A version that was ever written keeps its schema
# and its line here, so that it stays readable.
UPGRADES: Mapping[int, Callable[[Json], Json]] = {1: _to_2, 2: _to_3}
