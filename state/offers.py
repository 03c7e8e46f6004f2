"""What organisations offer to see on a kijkstage: reading it, and the words of it.

An offer has days, each with its hours and a number of places. What is called off stays, so that who
had a place can be told; it is never deleted while its track is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlite_utils import Database

from state.clock import BRUSSELS, spoken_clock
from state.language import _
from state.models import Person, Row
from state.places import MOST_OTHERS_FIRST, USUAL_OTHERS_FIRST, PlaceState
from state.problems import Refused
from state.text_rules import is_visible, name_key, one_line, paragraph

LINE_LIMIT, SHOWN_LIMIT, TEXT_LIMIT, WORDS_LIMIT = 160, 800, 400, 600
MOST_PLACES, MOST_OFFERS, MOST_OFFER_DAYS = 40, 20, 60
LAST_DAY = "2100-12-31"


@dataclass(frozen=True)
class OfferRules:
    """What the coordinator chose for the kijkstages of a track. `others_first`: until how many days
    before a day only people of another sector get a place, 0 for no such rule."""

    is_on: bool = False
    others_first: int = USUAL_OTHERS_FIRST


@dataclass(frozen=True)
class OfferWords:
    """The words of an offer, as somebody typed them. `area`: 1 to 4, None for none."""

    shown: str
    audience: str = ""
    contact: str = ""
    directions: str = ""
    bring: str = ""
    area: int | None = None


@dataclass(frozen=True)
class OfferDay:
    """A day of an offer: ISO, with hours as 'HH:MM' or "", and how many places it has. `id`: ""
    for one that is not stored yet."""

    id: str
    offer: str
    date: str
    start: str
    end: str
    places: int
    is_off: bool = False


@dataclass(frozen=True)
class VisitOffer:
    """An offer with its days in order, also those that were called off."""

    id: str
    track: str
    host: str
    words: OfferWords
    days: tuple[OfferDay, ...]
    is_off: bool = False

    def coming(self, today: str) -> tuple[OfferDay, ...]:
        """The days on which a place can still be taken: those after `today` (ISO)."""
        return tuple(
            one for one in self.days if not (self.is_off or one.is_off) and one.date > today
        )

    def day(self, day_id: str) -> OfferDay | None:
        """One of its days; None when there is none with this id."""
        return next((one for one in self.days if one.id == day_id), None)


@dataclass(frozen=True)
class LookBackWords:
    """What a visitor wrote afterwards: three answers that are the writer's own, `shared` when the
    own organisation and the coordinator may read them; a sentence for the host, `printable` when it
    may stand in the report; and a sentence for the own organisation."""

    unexpected: str = ""
    tells: str = ""
    calls: str = ""
    shared: bool = False
    for_host: str = ""
    printable: bool = False
    for_home: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written."""
        return not any((self.unexpected, self.tells, self.calls, self.for_host, self.for_home))


@dataclass(frozen=True)
class VisitPlace:
    """A place that somebody has, had or waits for. `organisation`: of the person; `visit`: the id
    of the visit that was made of it, "" for none."""

    id: str
    day: str
    person: str
    organisation: str
    number: int
    state: PlaceState
    why: str = ""
    brings: str = ""
    visit: str = ""
    words: LookBackWords = LookBackWords()


@dataclass(frozen=True)
class SeenVisit:
    """A kijkstage that was made, by the names of two organisations: an organisation is the same in
    every track in which it has the same name (`..._key`). `year`: of its day."""

    year: str
    visitor: str
    visitor_key: str
    visitor_tile: int
    host: str
    host_key: str
    host_tile: int


@dataclass(frozen=True)
class OfferRow(Row):
    """A row of `visit_offer`."""

    id: str
    track_id: str
    host_id: str
    shown: str
    audience: str
    contact: str
    directions: str
    bring: str
    area: int | None
    called_off_at: str | None


def rules(db: Database, track_id: str) -> OfferRules:
    """What was chosen for a track; the usual where nothing was."""
    found = db.conn.execute(
        "SELECT is_on, others_first FROM visit_rule WHERE track_id = ?", [track_id]
    ).fetchone()
    return OfferRules(bool(found[0]), int(found[1])) if found else OfferRules()


def read_offers(db: Database, track_id: str) -> tuple[VisitOffer, ...]:
    """The offers of a track in the order in which they were made, also what was called off."""
    days: dict[str, list[OfferDay]] = {}
    for row in db.conn.execute(
        "SELECT offer_day.id, offer_id, date, start, until, places,"
        " offer_day.called_off_at IS NOT NULL FROM offer_day"
        " JOIN visit_offer ON visit_offer.id = offer_id WHERE track_id = ?"
        " ORDER BY date, start, offer_day.rowid", [track_id],
    ).fetchall():  # fmt: skip
        days.setdefault(row[1], []).append(
            OfferDay(row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]))
        )
    found = db.query("SELECT * FROM visit_offer WHERE track_id = ? ORDER BY rowid", [track_id])
    return tuple(_offer(OfferRow.of(row), days) for row in found)


def read_places(db: Database, track_id: str) -> tuple[VisitPlace, ...]:
    """All places of a track in the order in which people asked, also those that were let go."""
    return _places(db, "visit_offer.track_id = ?", [track_id])


def places_of_day(db: Database, day_id: str) -> tuple[VisitPlace, ...]:
    """As `read_places`, of one day."""
    return _places(db, "day_id = ?", [day_id])


def find_offer(db: Database, offer_id: str) -> VisitOffer:
    """An offer; Refused when it is not there."""
    found = db.conn.execute("SELECT track_id FROM visit_offer WHERE id = ?", [offer_id]).fetchone()
    if found is not None:
        return next(one for one in read_offers(db, str(found[0])) if one.id == offer_id)
    raise Refused(_("Dit aanbod staat er niet meer."))


def offer_of_day(db: Database, day_id: str) -> VisitOffer:
    """The offer that a day is of; Refused when there is no such day."""
    found = db.conn.execute("SELECT offer_id FROM offer_day WHERE id = ?", [day_id]).fetchone()
    if found is None:
        raise Refused(_("Deze dag staat er niet meer."))
    return find_offer(db, str(found[0]))


def find_place(db: Database, place_id: str) -> VisitPlace:
    """A place; Refused when it is not there."""
    found = _places(db, "visit_place.id = ?", [place_id])
    if not found:
        raise Refused(_("Deze plaats staat er niet meer."))
    return found[0]


def place_of_visit(db: Database, person_id: str, visit_id: str) -> str:
    """The id of the place of which somebody's visit was made; "" for another visit."""
    found = db.conn.execute(
        "SELECT id FROM visit_place WHERE visit_id = ? AND person_id = ?", [visit_id, person_id]
    ).fetchone()
    return str(found[0]) if found else ""


def everybody(db: Database, track_id: str) -> dict[str, Person]:
    """Everybody who is or was in a track, by id: a notice may be about who left."""
    found = db.query("SELECT * FROM person WHERE track_id = ?", [track_id])
    return {row["id"]: Person.of(row) for row in found}


def seen(db: Database, track_ids: Iterable[str], now: str) -> tuple[SeenVisit, ...]:
    """The kijkstages of some tracks whose day has come by `now` (ISO), the earliest first; not
    those that were called off."""
    ids = list(track_ids)
    found = db.conn.execute(
        "SELECT min(date), visitor.name, visitor.tile, host.name, host.tile FROM visit"
        " JOIN visit_day ON visit_day.visit_id = visit.id"
        " JOIN organisation AS visitor ON visitor.id = visitor_id"
        " JOIN organisation AS host ON host.id = host_id"
        " WHERE kind = 'kijkstage' AND state IN ('agreed', 'done') AND visit.removed_at IS NULL"
        f" AND visit.track_id IN ({', '.join('?' * len(ids))})"
        " GROUP BY visit.id HAVING min(date) <= ? ORDER BY min(date), visit.rowid", [*ids, now],
    ).fetchall()  # fmt: skip
    return tuple(
        SeenVisit(day[:4], visitor, name_key(visitor), tile, host, name_key(host), host_tile)
        for day, visitor, tile, host, host_tile in found
    )


def has_any(db: Database, track_id: str) -> bool:
    """Whether a track has offers, or the coordinator switched kijkstages on for it."""
    found = db.conn.execute(
        "SELECT 1 FROM visit_offer WHERE track_id = ? LIMIT 1", [track_id]
    ).fetchone()
    return found is not None or rules(db, track_id).is_on


def checked_rules(chosen: OfferRules) -> OfferRules:
    """Rules that can be; Refused for a number of days that can't."""
    if not 0 <= chosen.others_first <= MOST_OTHERS_FIRST:
        raise Refused(_("Kies 0 tot {most} dagen.").format(most=MOST_OTHERS_FIRST))
    return chosen


def checked_words(typed: OfferWords) -> OfferWords:
    """The words of an offer as they can be stored; Refused when it does not say what one sees and
    whom to ask for, or when something is too long."""
    shown = paragraph(typed.shown, SHOWN_LIMIT, _("Wat je te zien krijgt"))
    if not is_visible(shown):
        raise Refused(_("Schrijf wat iemand te zien krijgt. Eén zin volstaat."))
    return OfferWords(
        shown,
        paragraph(typed.audience, TEXT_LIMIT, _("Voor wie het is")),
        one_line(typed.contact, LINE_LIMIT, _("Bij wie je aanklopt")),
        paragraph(typed.directions, TEXT_LIMIT, _("Hoe je er raakt")),
        paragraph(typed.bring, TEXT_LIMIT, _("Wat je best weet of meebrengt")),
        typed.area if typed.area in (1, 2, 3, 4) else None,
    )  # fmt: skip


def checked_day(typed: OfferDay, now: str, *, stored: OfferDay | None = None) -> OfferDay:
    """A day as it can be stored; Refused for one that is none or past, for hours that end before
    they begin, or for a number of places that can't be. `now`: the day it is, ISO; a stored day
    that is past keeps its date."""
    try:
        day = date.fromisoformat(typed.date).isoformat()
        start, end = _clock(typed.start), _clock(typed.end)
    except ValueError:
        raise Refused(_("Deze dag is niet te lezen. Kies hem in de kalender.")) from None
    if day <= now and (stored is None or stored.date != day):
        raise Refused(_("Kies een dag die nog komt, vanaf morgen."))
    if day > LAST_DAY:
        raise Refused(_("Deze dag is niet te lezen. Kies hem in de kalender."))
    if end and not start:
        raise Refused(_("Zeg ook wanneer de dag begint."))
    if start and end and end <= start:
        raise Refused(
            _("Een dag kan niet om {end} eindigen als hij om {start} begint.").format(
                end=spoken_clock(end), start=spoken_clock(start)
            )
        )
    _refuse_skipped(day, (start, end))
    if not 1 <= typed.places <= MOST_PLACES:
        raise Refused(_("Kies 1 tot {most} plaatsen.").format(most=MOST_PLACES))
    return replace(typed, date=day, start=start, end=end)


def checked_look_back(typed: LookBackWords) -> LookBackWords:
    """What was written afterwards, as it can be stored; Refused when something is too long."""
    return replace(
        typed,
        unexpected=paragraph(typed.unexpected, WORDS_LIMIT, _("Wat je niet verwachtte")),
        tells=paragraph(typed.tells, WORDS_LIMIT, _("Wat je morgen vertelt")),
        calls=paragraph(typed.calls, WORDS_LIMIT, _("Wie je voortaan belt")),
        for_host=paragraph(typed.for_host, TEXT_LIMIT, _("De zin voor wie je ontving")),
        for_home=paragraph(typed.for_home, TEXT_LIMIT, _("De zin voor je collega’s")),
    )


def _clock(typed: str) -> str:
    return time.fromisoformat(typed).strftime("%H:%M") if typed else ""


def _refuse_skipped(day: str, clocks: Iterable[str]) -> None:
    """An hour that the clock skips in spring exists in no calendar."""
    for clock in filter(None, clocks):
        typed = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), BRUSSELS)
        there = datetime.fromtimestamp(typed.timestamp(), BRUSSELS)
        if there.strftime("%H:%M") != clock:
            raise Refused(
                _("Om {time} bestaat er die nacht geen uur: dan gaat de klok vooruit.").format(
                    time=clock
                )
            )


def _offer(row: OfferRow, days: dict[str, list[OfferDay]]) -> VisitOffer:
    words = OfferWords(
        row.shown, row.audience, row.contact, row.directions, row.bring, row.area
    )  # fmt: skip
    return VisitOffer(
        row.id, row.track_id, row.host_id, words, tuple(days.get(row.id, ())),
        row.called_off_at is not None,
    )  # fmt: skip


def _places(db: Database, where: str, values: list[str]) -> tuple[VisitPlace, ...]:
    found = db.query(
        "SELECT visit_place.*, person.organisation_id FROM visit_place"
        " JOIN person ON person.id = person_id JOIN offer_day ON offer_day.id = day_id"
        f" JOIN visit_offer ON visit_offer.id = offer_id WHERE {where} ORDER BY number",
        values,
    )
    return tuple(
        VisitPlace(
            row["id"], row["day_id"], row["person_id"], row["organisation_id"], row["number"],
            row["state"], row["why"], row["brings"], row["visit_id"] or "",
            LookBackWords(
                row["unexpected"], row["tells"], row["calls"], bool(row["shared"]),
                row["for_host"], bool(row["printable"]), row["for_home"],
            ),
        )
        for row in found
    )  # fmt: skip
