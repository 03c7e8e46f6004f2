"""Making and changing what an organisation offers, and calling it off; who had a place is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from sqlite_utils import Database

from state import notices, offers, places, rows, settling
from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.models import Organisation, Track
from state.offers import OfferDay, OfferRules, OfferWords, VisitOffer, VisitPlace
from state.problems import Refused
from state.revisions import VISITS, party, raise_for_track


def set_rules(store: Store, track_id: str, chosen: OfferRules, *, today: str) -> None:
    """Store what the coordinator chose; who may come by it now gets a place at once."""
    clean = offers.checked_rules(chosen)
    with store.write() as db:
        rows.find(db, Track, "track", track_id)
        db.conn.execute(
            "INSERT INTO visit_rule VALUES (?, ?, ?) ON CONFLICT (track_id) DO UPDATE"
            " SET is_on = excluded.is_on, others_first = excluded.others_first",
            [track_id, int(clean.is_on), clean.others_first],
        )
        for day_id in settling.states(db, track_id, today):
            settling.settle(db, day_id, today)
        raise_for_track(db, track_id, VISITS)


def offer(
    store: Store, host_id: str, words: OfferWords, days: Iterable[OfferDay], *, today: str
) -> str:
    """Offer a kijkstage with at least one day; gives its id. Refused for words or days that can't
    be, and for more offers than an organisation may have."""
    clean = offers.checked_words(words)
    chosen = [offers.checked_day(one, today) for one in days]
    if not chosen:
        raise Refused(_("Kies minstens één dag."))
    with store.write() as db:
        host = rows.find(db, Organisation, "organisation", host_id)
        (standing,) = db.conn.execute(
            "SELECT count(*) FROM visit_offer WHERE host_id = ? AND called_off_at IS NULL",
            [host_id],
        ).fetchone()
        if standing >= offers.MOST_OFFERS:
            raise Refused(
                _("Een organisatie biedt hoogstens {most} kijkstages tegelijk aan.").format(
                    most=offers.MOST_OFFERS
                )
            )
        offer_id = new_id()
        db.table("visit_offer").insert(
            {
                "id": offer_id, "track_id": host.track_id, "host_id": host_id, **asdict(clean),
                "created_at": now(), "called_off_at": None,
            }
        )  # fmt: skip
        for one in chosen:
            _add_day(db, offer_id, one)
        raise_for_track(db, host.track_id, VISITS, party(host_id))
        return offer_id


def change(
    store: Store, offer_id: str, words: OfferWords, days: Iterable[OfferDay], *, today: str
) -> None:
    """Store other words and days: a day with an id is changed, one without is new, and one that is
    left out stays as it is. Who has a place or waits is told what changed. Refused as in `offer`,
    and for an offer that was called off; nothing is stored then."""
    clean = offers.checked_words(words)
    with store.write() as db:
        before = _standing_offer(db, offer_id)
        chosen = [
            offers.checked_day(one, today, stored=before.day(one.id) if one.id else None)
            for one in days
        ]
        if clean != before.words:
            db.table("visit_offer").update(offer_id, asdict(clean))
            _tell_words(db, before, clean, today)
        for one in chosen:
            if one.id:
                _change_day(db, before, one, today)
            else:
                _add_day(db, offer_id, one)
        _settle(db, offer_id, today)
        raise_for_track(db, before.track, VISITS, party(before.host))


def call_off_day(store: Store, day_id: str, *, today: str) -> None:
    """Call off one day; who had a place or waited is told. Refused for a day that is past; one that
    was called off before changes nothing."""
    with store.write() as db:
        before = offers.offer_of_day(db, day_id)
        day = before.day(day_id)
        if day is None or day.is_off or before.is_off:
            return
        if day.date < today:
            raise Refused(_("Deze dag is voorbij."))
        _end_day(db, day)
        raise_for_track(db, before.track, VISITS, party(before.host))


def call_off(store: Store, offer_id: str, *, today: str) -> None:
    """Call off a whole offer, for all days that still come; what was, stays."""
    with store.write() as db:
        before = offers.find_offer(db, offer_id)
        if before.is_off:
            return
        for day in before.days:
            if not day.is_off and day.date >= today:
                _end_day(db, day)
        db.table("visit_offer").update(offer_id, {"called_off_at": now()})
        raise_for_track(db, before.track, VISITS, party(before.host))


def _standing_offer(db: Database, offer_id: str) -> VisitOffer:
    found = offers.find_offer(db, offer_id)
    rows.find(db, Organisation, "organisation", found.host)
    if found.is_off:
        raise Refused(_("Dit aanbod werd afgezegd. Maak een nieuw aanbod."))
    return found


def _add_day(db: Database, offer_id: str, day: OfferDay) -> None:
    (count,) = db.conn.execute(
        "SELECT count(*) FROM offer_day WHERE offer_id = ? AND called_off_at IS NULL", [offer_id]
    ).fetchone()
    if count >= offers.MOST_OFFER_DAYS:
        raise Refused(
            _("Een aanbod heeft hoogstens {most} dagen.").format(most=offers.MOST_OFFER_DAYS)
        )
    _refuse_twice(db, offer_id, day)
    db.table("offer_day").insert(
        {
            "id": new_id(), "offer_id": offer_id, "date": day.date, "start": day.start,
            "until": day.end, "places": day.places, "created_at": now(), "called_off_at": None,
        }
    )  # fmt: skip


def _refuse_twice(db: Database, offer_id: str, day: OfferDay) -> None:
    found = db.conn.execute(
        "SELECT 1 FROM offer_day WHERE offer_id = ? AND date = ? AND start = ? AND id != ?"
        " AND called_off_at IS NULL",
        [offer_id, day.date, day.start, day.id],
    ).fetchone()
    if found is not None:
        raise Refused(_("Eén dag staat er twee keer bij, op hetzelfde uur."))


def _change_day(db: Database, before: VisitOffer, day: OfferDay, today: str) -> None:
    was = before.day(day.id)
    if was is None or was.is_off:
        raise Refused(_("Deze dag gaat niet door."))
    changed = {
        name: [getattr(was, name), getattr(day, name)]
        for name in ("date", "start", "end") if getattr(was, name) != getattr(day, name)
    }  # fmt: skip
    if not changed and was.places == day.places:
        return
    if was.date < today:
        raise Refused(_("Deze dag is voorbij."))
    _refuse_twice(db, before.id, day)
    db.table("offer_day").update(
        day.id,
        {"date": day.date, "start": day.start, "until": day.end, "places": day.places},
    )
    if changed:
        notices.tell(db, _people(_asked(db, day.id)), day.id, "day_changed", detail=changed)


def _tell_words(db: Database, before: VisitOffer, clean: OfferWords, today: str) -> None:
    was, new = asdict(before.words), asdict(clean)
    # For whom it is and its area matter to who still chooses.
    told = ("shown", "contact", "directions", "bring")
    fields = [name for name in told if was[name] != new[name]]
    if fields:
        for day in before.days:
            if not day.is_off and day.date >= today:
                notices.tell(db, _people(_asked(db, day.id)), day.id, "offer_changed",
                             detail={"fields": fields})  # fmt: skip


def _settle(db: Database, offer_id: str, today: str) -> None:
    for day in offers.find_offer(db, offer_id).days:
        here = None if day.is_off else settling.settle(db, day.id, today)
        if here is not None:
            settling.follow(db, here)


def _end_day(db: Database, day: OfferDay) -> None:
    asked = _asked(db, day.id)
    for one in asked:
        settling.let_go(db, one, "called_off")
    notices.tell(db, _people(asked), day.id, "day_off")
    db.table("offer_day").update(day.id, {"called_off_at": now()})


def _asked(db: Database, day_id: str) -> list[VisitPlace]:
    return [one for one in offers.places_of_day(db, day_id) if one.state in places.STANDING]


def _people(asked: Iterable[VisitPlace]) -> list[str]:
    return [one.person for one in asked]
