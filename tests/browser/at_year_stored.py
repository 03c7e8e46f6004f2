"""What an exchange meeting left behind, put in the data: to hold the meetings after it."""

from __future__ import annotations

from exercises.engine import flow, running
from exercises.kit.drawing.finger_drawing import Stroke, encode
from state import contributions, meetings, people
from state.contributions import Judged
from state.ids import new_id
from state.models import Json
from tests.browser.at_year import PEOPLE, YearTrack

LIKED = "Jullie keukentafel. Iedereen schilt mee, ook de papa die anders nooit iets zegt."
ACTION, STEP = "Een keukentafel in de inkom", "De inkom meten, samen met twee ouders"
OTHER, OTHER_STEP = "Een bank op de stoep", "Aan de gemeente vragen of het mag"
_DRAWN = encode([Stroke("i", "1", ((120, 400), (300, 380), (700, 390), (860, 410)))])
_LOOKS = (("dots", "yellow"), ("stripes", "red"), ("plain", "blue"))


def hold_the_exchange(year: YearTrack) -> None:
    """Everybody came; each gift was filled, wrapped and unwrapped; two organisations planned an
    action; and the meeting is closed."""
    _map(year)
    year.opens("exchange")
    for name, house in PEOPLE.items():
        people.join(year.store, year.meetings["exchange"], f"t{name}", year.houses[house], name)
    _gifts(year)
    _actions(year)
    meetings.close(year.store, year.meetings["exchange"])


def _map(year: YearTrack) -> None:
    """Where the pawns stood at the kick-off."""
    year.opens("kick_off")
    activity = year.activity("kick_off", "neighbourhood_map").id
    running.start(year.store, activity)
    for at, house in enumerate(year.houses.values()):
        _put(year, activity, house, "map.1", {"x": 300.0 + 450 * at, "y": 760.0 - 120 * at})
    _goes_to(year, activity, "look")
    running.close(year.store, activity)
    meetings.close(year.store, year.meetings["kick_off"])


def _gifts(year: YearTrack) -> None:
    activity = year.activity("exchange", "gifts").id
    running.start(year.store, activity)
    houses = list(year.houses.values())
    for at, visit in enumerate(year.visits):
        host, visitor = houses[at], houses[at - 1]
        someone = next(n for n, house in PEOPLE.items() if year.houses[house] == visitor)
        giver = year.person("exchange", someone)
        paper, ribbon = _LOOKS[at]
        _put(year, activity, giver, f"{visit}.like", {"text": LIKED})
        _put(year, activity, giver, f"{visit}.draw", {"items": _DRAWN, "text": "De lange tafel"})
        wrapped = {"wrapped": True, "paper": paper, "ribbon": ribbon}
        _put(year, activity, visitor, f"{visit}.wrap", wrapped)
        _put(year, activity, host, f"{visit}.open", {"open": True, "turn": at + 1})
        _put(year, activity, host, f"{visit}.done", {"done": True})
    _goes_to(year, activity, "after")
    running.close(year.store, activity)


def _actions(year: YearTrack) -> None:
    activity = year.activity("exchange", "actions").id
    running.start(year.store, activity)
    one, two, _three = year.houses.values()
    for house, what, first, who, area in (
        (one, ACTION, STEP, "Samir", "1"), (two, OTHER, OTHER_STEP, "Idris en Marleen", "4"),
    ):  # fmt: skip
        for key, text in (("what", what), ("first", first), ("who", who)):
            _put(year, activity, house, f"sheet.{key}1", {"text": text})
        _put(year, activity, house, "sheet.area1", {"choice": area})
        _put(year, activity, house, "sheet.date1", {"date": "2030-03-01"})
    _goes_to(year, activity, "plan")
    running.close(year.store, activity)


def _goes_to(year: YearTrack, activity: str, stage: str) -> None:
    running.change_phase(
        year.store, activity,
        lambda exercise, config, phase: flow.go_to(
            exercise, config, phase, flow.position(phase), 0, stage
        ),
    )  # fmt: skip


def _put(year: YearTrack, activity: str, owner: str, slot: str, payload: Json) -> None:
    judged = Judged(payload, owner)
    contributions.put(
        year.store, activity, owner, slot, new_id(), lambda _db, _activity: judged, by_hand=True
    )
