"""Whether somebody's name may stand in a report, and until when a track is kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlite_utils import Database

from state import rows
from state.clock import local, now
from state.database import Store
from state.language import _
from state.models import Consent, Person, Track
from state.problems import Refused
from state.revisions import raise_for_track
from state.text_rules import day_or_none

# From what keeps a name in most to what lets it out most.
_OPENNESS: tuple[Consent, ...] = ("nameless", "", "named")


def give(store: Store, person_id: str, consent: str, *, proven: bool = True) -> None:
    """Store what somebody chose: 'named', 'nameless', or '' for nothing yet. Refused for anything
    else, for who is gone, and for a choice that lets more out than before, from a phone that is not
    `proven` to be that person's."""
    if consent not in _OPENNESS:
        raise Refused(_("Deze keuze kennen we niet. Kies een van de twee."))
    with store.write() as db:
        found = rows.find(db, Person, "person", person_id)
        if not proven and _OPENNESS.index(consent) > _OPENNESS.index(found.consent):
            raise Refused(_(
                "We weten nog niet zeker dat jij dit bent. Open je eigen link op deze gsm,"
                " of vraag het aan de begeleider."
            ))  # fmt: skip
        db.table("person").update(person_id, {"consent": consent})
        raise_for_track(db, found.track_id, "people")


def of_people(db: Database, track_id: str) -> Mapping[str, Consent]:
    """What each person of a track chose, by id, also those who were removed but not erased."""
    found = db.query(
        "SELECT id, consent FROM person WHERE track_id = ? AND erased_at IS NULL", [track_id]
    )
    return {row["id"]: row["consent"] for row in found}


def may_be_named(db: Database, track_id: str, *, unless_refused: bool = False) -> frozenset[str]:
    """The ids of the people who may be named: those who said yes; with `unless_refused`, for what
    stays within the group, all who did not say no."""
    refusing = ("nameless",) if unless_refused else ("nameless", "")
    return frozenset(
        person_id for person_id, consent in of_people(db, track_id).items()
        if consent not in refusing
    )  # fmt: skip


def keep_until(store: Store, track_id: str, day: str) -> None:
    """Say until which day, ISO or "", a track is kept; Refused for what is no date."""
    clean = day_or_none(day)
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        db.table("track").update(track_id, {"keep_until": clean})


def past(tracks: tuple[Track, ...], today: date | None = None) -> tuple[Track, ...]:
    """The tracks whose last day is over."""
    day = (today or local(now()).date()).isoformat()
    return tuple(one for one in tracks if one.keep_until and one.keep_until < day)
