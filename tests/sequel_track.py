"""A track at its action meeting: gifts were unwrapped at the exchange, and an action is planned.

What tests in a browser, on the wire and of the engine play the sequels of gifts on.
"""

from __future__ import annotations

from dataclasses import dataclass

import exercises
from exercises.engine import flow, running
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.kit.drawing.finger_drawing import Stamp, Stroke, encode
from state import contributions, meetings, notebook, people, tracks, visits
from state.contributions import Judged
from state.database import Store
from state.ids import new_id
from state.models import FACILITATOR, Json, TrackVisit
from state.notebook import NoteDraft

HOUSES = (
    ("Inloophuis", "De Regenton"), ("Ouderpunt", "De Vensterbank"),
    ("Kinderopvang", "Kattenstaart"),
)  # fmt: skip
LIKED = "Jullie keukentafel. Iedereen schilt mee, ook de papa die anders nooit iets zegt."
TIP = "Zet ook een bank buiten, voor wie nog niet durft binnenkomen."
NOTED = "De tafel waaraan iedereen schilt."
SEALED = "Dit leest nog niemand: het cadeautje ligt ingepakt."
ACTION = "Een bank op de stoep, en elke woensdag iemand die er zit."
_DRAWN = encode([
    Stroke("i", "1", ((120, 400), (300, 380), (700, 390), (860, 410))),
    Stroke("r", "2", ((200, 430), (210, 560))), Stamp("i", "3", 7, 480, 220),
])  # fmt: skip


@dataclass(frozen=True)
class SharedPhoto:
    """A photo with the id of the note that it is of, and who noted it."""

    id: str
    note: str
    person: str


@dataclass(frozen=True)
class SequelTrack:
    """`houses` are the ids of HOUSES: the first was given two gifts, the second gave and received
    nothing, the gift of the third is still wrapped. `exchange` and `sequels` are activities, the
    second is in `meeting`, of which `code` is the join code. `photo` is in the first gift."""

    store: Store
    houses: tuple[str, ...]
    exchange: str
    meeting: str
    code: str
    sequels: str
    photo: SharedPhoto | None = None

    def goes_to(self, stage: str) -> None:
        """Let the sequels go to a stage."""
        running.change_phase(
            self.store, self.sequels,
            lambda exercise, config, phase: flow.go_to(
                exercise, config, phase, flow.position(phase), 0, stage
            ),
        )  # fmt: skip

    def stored(self, ending: str) -> list[Json]:
        """What is stored in the slots of the sequels that end so."""
        with self.store.read() as db:
            found = contributions.of_activity(db, self.sequels)
        return [one.payload for one in found if one.slot.endswith(ending)]


def put(store: Store, activity: str, owner: str, slot: str, payload: Json) -> None:
    """Store an answer as it is."""
    judged = Judged(payload, owner)
    contributions.put(
        store, activity, owner, slot, new_id(), lambda _db, _activity: judged, by_hand=True
    )


def sequel_track(store: Store, photo: bytes = b"") -> SequelTrack:
    """Make it; with a `photo` (a JPEG) in the gift of the second organisation to the first."""
    track = tracks.add_track(store, "Samen sterk rond gezinnen")
    ids = tuple(tracks.add_organisation(store, track, name, kind) for kind, name in HOUSES)
    who = [tracks.add_person(store, ids[at], name) for at, name in
           enumerate(("Samir", "Marleen", "Lien"))]  # fmt: skip
    first = meetings.add(store, track, "Uitwisseling", "2026-09-24", "Zaal De Linde")
    shared = _photo(store, track, ids, who[1], photo) if photo else None
    exchange = _gifts(store, first, ids, who, shared)
    plan = meetings.add_activity(
        store, first, "actions", exercises.of_kind("actions").sample.to_json(), 20  # type: ignore[union-attr]
    )  # fmt: skip
    running.start(store, plan)
    put(store, plan, ids[0], "sheet.what1", {"text": ACTION})
    running.change_phase(store, plan, _to("plan"))
    running.close(store, plan)
    second = meetings.add(store, track, "Acties", "2027-01-21", "Zaal De Linde")
    kind = exercises.of_kind("gift_sequels")
    assert kind is not None
    sequels = meetings.add_activity(store, second, kind.kind, kind.sample.to_json(), 20)
    meetings.close(store, first)
    meetings.open_doors(store, second)
    running.start(store, sequels)
    code = meetings.room(store, second).meeting.code
    return SequelTrack(store, ids, exchange, second, code, sequels, shared)


def _to(stage: str) -> running.Change:
    return lambda exercise, config, phase: flow.go_to(
        exercise, config, phase, flow.position(phase), 0, stage
    )


def _photo(
    store: Store, track: str, ids: tuple[str, ...], person: str, content: bytes
) -> SharedPhoto:
    made = TrackVisit("", host=ids[0], visitor=ids[1], announced=True, state="done")
    visit = visits.visit(store, visits.add(store, track, made))
    note = notebook.put(store, visit, person, "note-one", NoteDraft(NOTED))
    found = notebook.add_photo(
        store, person, "note-one", "photo-one", "d", "image/jpeg", (1200, 900), content
    )
    notebook.share(store, person, note, shared=True)
    return SharedPhoto(found, note, person)


def _gifts(
    store: Store, meeting: str, ids: tuple[str, ...], who: list[str], photo: SharedPhoto | None
) -> str:  # fmt: skip
    visits = (GiftVisit("v1", ids[1], ids[0]), GiftVisit("v2", ids[2], ids[0]),
              GiftVisit("v3", ids[0], ids[2]))  # fmt: skip
    activity = meetings.add_activity(
        store, meeting, "gifts", GiftsConfig(visits).to_json(), 60
    )  # fmt: skip
    meetings.open_doors(store, meeting)
    for one in who:
        people.let_in(store, meeting, one)
    running.start(store, activity)
    for gift, by, giver, paper, ribbon in (
        ("v1", who[1], ids[1], "dots", "yellow"), ("v2", who[2], ids[2], "signs", "red"),
    ):  # fmt: skip
        if photo and gift == "v1":
            given = {"photo": photo.id, "note": photo.note}
            put(store, activity, by, f"{gift}.photo-{photo.id}", given)
        put(store, activity, by, f"{gift}.like", {"text": LIKED if gift == "v1" else "Jullie lef"})
        put(store, activity, by, f"{gift}.tip", {"text": TIP})
        put(store, activity, by, f"{gift}.draw", {"items": _DRAWN, "text": "De lange tafel"})
        looks = {"wrapped": True, "paper": paper, "ribbon": ribbon}
        put(store, activity, giver, f"{gift}.wrap", looks)
        put(store, activity, ids[0], f"{gift}.open", {"open": True, "turn": int(gift[1])})
        put(store, activity, ids[0], f"{gift}.done", {"done": True})
    put(store, activity, who[0], "v3.like", {"text": SEALED})
    put(store, activity, ids[0], "v3.wrap", {"wrapped": True, "paper": "plain", "ribbon": "blue"})
    running.change_phase(store, activity, _to("after"))
    running.close(store, activity)
    return activity


def tells(here: SequelTrack, house: int, gift: str, *seen: str) -> None:
    """Give an organisation its turn, with one of its gifts on the screen."""
    told = {"gift": gift, "seen": ["", *seen, *([gift] if gift else [])], "skip": False}
    put(here.store, here.sequels, FACILITATOR, f"gift.tell:{here.houses[house]}", told)
