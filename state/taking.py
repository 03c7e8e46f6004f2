"""Taking a place on a day of a kijkstage, cancelling it, and what is written afterwards.

Each is one transaction: however many ask at the same time, one comes after the other, and each is
answered from what is stored then.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from state import notices, offers, places, rows, settling, visits
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Organisation, Person
from state.offers import LookBackWords, OfferDay, VisitOffer, VisitPlace
from state.places import Waits
from state.problems import Refused
from state.revisions import VISITS, party, raise_for_track
from state.settling import DayState
from state.text_rules import is_visible, paragraph

WHY_LIMIT = 300
MOST_WAITING = 200


@dataclass(frozen=True)
class PlaceOutcome:
    """What came of asking for a place: `waits` is "" for who has one, else what keeps somebody
    waiting; `line`: the how many-th on the waiting list, 0 for who is not on it; `opens`: from when
    (ISO) the own sector may come too; `already`: it was so before."""

    place: str
    waits: Waits
    line: int = 0
    opens: str = ""
    already: bool = False


def ask(
    store: Store, person_id: str, day_id: str, why: str, brings: str = "", *, today: str
) -> PlaceOutcome:  # fmt: skip
    """Take a place, or stand on the waiting list. A second time changes nothing and says how it
    stands. Refused, with a sentence, without a reason why, for a day that is past or was called
    off, for somebody of the host, and for who left."""
    with store.write() as db:
        offer, day = _open_day(db, day_id, today)
        person = _guest(db, person_id, offer)
        settling.settle(db, day_id, today)
        standing = _standing(db, day_id, person_id)
        if standing is None:
            _add(db, day, person, _why(why), _words(brings))
        here = settling.settle(db, day_id, today, quiet=person_id)
        _heard(db, offer, person.organisation_id)
        return _outcome(db, here, person_id, already=standing is not None)


def cancel(store: Store, person_id: str, place_id: str, *, today: str) -> None:
    """Let one's own place go; who waits moves up. Refused for a place of somebody else, and for a
    day that is past; a place that was let go before changes nothing."""
    with store.write() as db:
        one = offers.find_place(db, place_id)
        if one.person != person_id:
            raise Refused(_("Deze plaats staat niet op jouw naam."))
        if one.state not in places.STANDING:
            return
        offer = offers.offer_of_day(db, one.day)
        day = offer.day(one.day)
        if day is not None and day.date < today:
            raise Refused(_("Deze dag is voorbij."))
        settling.let_go(db, one, "cancelled")
        if one.state == "taken":
            notices.tell(
                db, notices.of_organisation(db, offer.host), one.day, "cancelled", one.person
            )
        settling.settle(db, one.day, today)
        _heard(db, offer, one.organisation)


def give(store: Store, person_id: str, day_id: str, *, today: str) -> None:
    """Give somebody a place by hand, whatever the rules say of who goes first. Refused where all
    places are taken, and where that person can't have one."""
    with store.write() as db:
        offer, day = _open_day(db, day_id, today)
        person = _guest(db, person_id, offer)
        here = settling.settle(db, day_id, today)
        standing = _standing(db, day_id, person_id)
        if standing is not None and standing.state == "taken":
            raise Refused(_("{name} heeft die dag al een plaats.").format(name=person.name))
        if here is None or not here.free:
            raise Refused(_("Alle plaatsen zijn bezet. Maak er een vrij, of vraag de gastheer om"
                            " een plaats meer."))  # fmt: skip
        if standing is None:
            _add(db, day, person, "", "")
            standing = _standing(db, day_id, person_id)
        assert standing is not None
        settling.take(db, here, standing, "given")
        _heard(db, offer, person.organisation_id)


def free(store: Store, place_id: str, *, today: str) -> None:
    """Take somebody's place away by hand, and tell that person; who waits moves up. Refused for a
    day that is past, since who was there was there."""
    with store.write() as db:
        one = offers.find_place(db, place_id)
        if one.state not in places.STANDING:
            return
        offer = offers.offer_of_day(db, one.day)
        day = offer.day(one.day)
        if day is not None and day.date < today:
            raise Refused(_("Deze dag is voorbij."))
        settling.let_go(db, one, "freed")
        notices.tell(db, [one.person], one.day, "freed")
        if one.state == "taken":
            notices.tell(
                db, notices.of_organisation(db, offer.host), one.day, "cancelled", one.person
            )
        settling.settle(db, one.day, today)
        _heard(db, offer, one.organisation)


def look_back(
    store: Store, person_id: str, place_id: str, words: LookBackWords, *, today: str
) -> None:
    """Keep what somebody wrote afterwards; the visit is then done. Refused for a place of somebody
    else, for one that was not taken, before the day itself, and for what is too long."""
    clean = offers.checked_look_back(words)
    with store.write() as db:
        one = offers.find_place(db, place_id)
        if one.person != person_id:
            raise Refused(_("Deze plaats staat niet op jouw naam."))
        offer = offers.offer_of_day(db, one.day)
        day = offer.day(one.day)
        if one.state != "taken" or day is None or day.date > today:
            raise Refused(_("Terugkijken kan vanaf de dag zelf."))
        db.table("visit_place").update(
            one.id,
            {
                "unexpected": clean.unexpected, "tells": clean.tells, "calls": clean.calls,
                "shared": int(clean.shared), "for_host": clean.for_host,
                "printable": int(clean.printable), "for_home": clean.for_home,
                "updated_at": now(),
            },
        )  # fmt: skip
        if one.visit and not clean.is_empty:
            visits.restate(db, one.visit, "done")
        _heard(db, offer, one.organisation)


def _open_day(db: Database, day_id: str, today: str) -> tuple[VisitOffer, OfferDay]:
    """A day on which somebody may come, with its offer; Refused for any other."""
    offer = offers.offer_of_day(db, day_id)
    day = offer.day(day_id)
    rows.find(db, Organisation, "organisation", offer.host)
    if day is None or offer.is_off or day.is_off:
        raise Refused(_("Deze dag gaat niet door."))
    if day.date <= today:
        raise Refused(_("Deze dag is vandaag of voorbij. Een plaats nemen kan tot de dag ervoor."))
    return offer, day


def _guest(db: Database, person_id: str, offer: VisitOffer) -> Person:
    """Somebody who may be a guest of an offer; Refused for who left or is of the host."""
    person = rows.find(db, Person, "person", person_id)
    home = rows.find(db, Organisation, "organisation", person.organisation_id)
    if person.track_id != offer.track or person.erased_at is not None:
        raise Refused(_("Deze persoon staat niet bij dit traject."))
    if home.id == offer.host:
        raise Refused(_("Dit is jullie eigen aanbod. Kies een dag bij een ander."))
    return person


def _standing(db: Database, day_id: str, person_id: str) -> VisitPlace | None:
    found = offers.places_of_day(db, day_id)
    return next(
        (one for one in found if one.person == person_id and one.state in places.STANDING), None
    )


def _why(typed: str) -> str:
    clean = paragraph(typed, WHY_LIMIT, _("Waarom je wilt komen"))
    if not is_visible(clean):
        raise Refused(_("Schrijf in één zin waarom je daar wilt kijken. Je gastheer leest die."))
    return clean


def _words(typed: str) -> str:
    return paragraph(typed, WHY_LIMIT, _("Wat je meebrengt"))


def _add(db: Database, day: OfferDay, person: Person, why: str, brings: str) -> None:
    (waiting,) = db.conn.execute(
        "SELECT count(*) FROM visit_place WHERE day_id = ? AND state = 'waiting'", [day.id]
    ).fetchone()
    if waiting >= MOST_WAITING:
        raise Refused(_("De wachtlijst van die dag is vol. Kies een andere dag."))
    (last,) = db.conn.execute("SELECT coalesce(max(number), 0) FROM visit_place").fetchone()
    db.table("visit_place").insert(
        {
            "id": new_id(), "day_id": day.id, "person_id": person.id, "number": last + 1,
            "state": "waiting", "why": why, "brings": brings, "visit_id": None, "unexpected": "",
            "tells": "", "calls": "", "shared": 0, "for_host": "", "printable": 0, "for_home": "",
            "created_at": now(), "updated_at": now(),
        }
    )  # fmt: skip


def _outcome(
    db: Database, here: DayState | None, person_id: str, *, already: bool
) -> PlaceOutcome:  # fmt: skip
    if here is None:
        raise Refused(_("Deze dag gaat niet door."))
    mine = next((one for one in here.standing if one.person == person_id), None)
    if mine is None:
        raise Refused(_("Deze plaats staat er niet meer."))
    rules = offers.rules(db, here.offer.track)
    waits = places.why_waiting(
        here.day.places, here.asks, mine.id, others_only=here.others_only
    )  # fmt: skip
    opens = places.opens_on(here.day.date, rules.others_first) if waits == "sector" else ""
    return PlaceOutcome(mine.id, waits, places.place_in_line(here.asks, mine.id), opens, already)


def _heard(db: Database, offer: VisitOffer, visitor: str) -> None:
    raise_for_track(db, offer.track, VISITS, party(offer.host), party(visitor))
