"""Kijkstages in words on the own page: days, what is free, how a place stands, what changed."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.kit.rules.days import day_text, weekday_text
from exercises.kit.rules.hours import clock_of
from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from pages.own.kijkstages import OfferShelf
from state import places
from state.language import _, ngettext
from state.models import Person
from state.notices import VisitNotice
from state.offers import OfferDay, OfferRules, VisitPlace
from state.settling import DayState

_FIELDS: Mapping[str, str] = {
    "shown": _("wat je te zien krijgt"), "contact": _("bij wie je aanklopt"),
    "directions": _("hoe je er raakt"), "bring": _("wat je best weet of meebrengt"),
}  # fmt: skip


def when(day: OfferDay) -> str:
    """A day with its hours: 'dinsdag 4 mei, 9.00 tot 12.00'."""
    return ", ".join(filter(None, (weekday_text(day.date), hours(day.start, day.end))))


def day_name(day: OfferDay) -> str:
    """A day without its hours: 'dinsdag 4 mei'."""
    return weekday_text(day.date)


def hours(start: str, end: str) -> str:
    """'9.00 tot 12.00', 'vanaf 9.00', or "" without hours."""
    if not start:
        return ""
    if not end:
        return _("vanaf {start}").format(start=clock_of(start))
    return _("{start} tot {end}").format(start=clock_of(start), end=clock_of(end))


def room(here: DayState) -> str:
    """How many places are free on a day, or how many wait."""
    if here.free:
        return ngettext("nog {n} plaats", "nog {n} plaatsen", here.free).format(
            n=in_words(here.free)
        )
    waiting = sum(not one.taken for one in here.asks)
    if not waiting:
        return _("vol, nog niemand wacht")
    told = ngettext("vol, één mens wacht", "vol, {n} mensen wachten", waiting)
    return told.format(n=in_words(waiting))


def rule_text(rules: OfferRules) -> str:
    """Who goes first, in words that anybody can repeat."""
    spread = _("Wachten er mensen, dan gaan organisaties voor van wie er nog niemand komt.")
    if not rules.others_first:
        return spread
    first = ngettext(
        "Tot {n} dag vooraf gaan mensen van een andere sector voor; wie van dezelfde sector is,"
        " staat zo lang op de wachtlijst.",
        "Tot {n} dagen vooraf gaan mensen van een andere sector voor; wie van dezelfde sector is,"
        " staat zo lang op de wachtlijst.",
        rules.others_first,
    ).format(n=in_words(rules.others_first))
    return f"{first} {spread}"


def standing(here: OfferShelf, one: VisitPlace) -> tuple[str, str]:
    """How an own place stands: in a few words, and in a sentence that says what comes of it."""
    state = here.states.get(one.day)
    if one.state == "taken":
        return _("Je hebt een plaats."), _("Kun je toch niet? Zeg het hier, dan schuift de"
                                           " volgende op.")  # fmt: skip
    if state is None:
        return _("Je kreeg geen plaats."), _("De dag is voorbij.")
    line = places.place_in_line(state.asks, one.id)
    title = _("Je staat op de wachtlijst, op plaats {n}.").format(n=line) if line > 1 else _(
        "Je staat als eerste op de wachtlijst."
    )  # fmt: skip
    return title, _why_waiting(here, state, one)


def _why_waiting(here: OfferShelf, state: DayState, one: VisitPlace) -> str:
    waits = places.why_waiting(
        state.day.places, state.asks, one.id, others_only=state.others_only
    )  # fmt: skip
    if waits == "sector":
        day = places.opens_on(state.day.date, here.rules.others_first)
        return _("Tot {day} gaan andere sectoren voor. Is er dan nog plaats, dan schuif je vanzelf"
                 " op.").format(day=day_text(day))  # fmt: skip
    if waits == "colleague":
        return _("Er komt al een collega van jou, en er wachten anderen. Komt er een plaats vrij,"
                 " dan schuif je vanzelf op.")  # fmt: skip
    return _("Alle plaatsen zijn bezet. Komt er een vrij, dan schuif je vanzelf op en staat het"
             " hier.")  # fmt: skip


def notice_text(here: OfferShelf, one: VisitNotice) -> str:
    """What somebody is told, in one or two sentences."""
    offer, day = here.at(one.day)
    host = isolated(here.parties[offer.host].name)
    who = _name(here.people.get(one.about))
    told = {
        "moved_up": _("Er kwam een plaats vrij: je gaat op {day} kijken bij {host}."),
        "moved_down": _("Op {day} is er bij {host} minder plaats. Je staat vooraan op de"
                        " wachtlijst."),
        "given": _("De begeleider gaf je een plaats: je gaat op {day} kijken bij {host}."),
        "freed": _("Je plaats op {day} bij {host} werd vrijgemaakt door de begeleider."),
        "day_off": _("De kijkstage op {day} bij {host} gaat niet door."),
        "comes": _("{who} komt op {day} bij jullie kijken."),
        "cancelled": _cancelled(here, day),
        "gone": _("{who} doet niet meer mee en komt op {day} niet kijken."),
        "offer_changed": _("Bij {host} op {day} veranderde {fields}."),
        "day_changed": _("De kijkstage bij {host} werd verzet: {changes}."),
    }[one.kind]  # fmt: skip
    fields = listed([_FIELDS[name] for name in one.detail.get("fields", ()) if name in _FIELDS])
    return sentence(told.format(
        day=day_text(day.date), host=host, who=who, fields=fields, changes=_changes(one, day)
    ))  # fmt: skip


def _cancelled(here: OfferShelf, day: OfferDay) -> str:
    state = here.states.get(day.id)
    if state is not None and state.free:
        return _("{who} komt op {day} niet kijken. De plaats is vrij.")
    # The next one of the waiting list moved up.
    return _("{who} komt op {day} niet kijken. De plaats is al opnieuw bezet.")


def _changes(one: VisitNotice, day: OfferDay) -> str:
    """From when to when a day was moved."""
    before = {name: pair[0] for name, pair in one.detail.items() if isinstance(pair, list)}
    after = {name: pair[1] for name, pair in one.detail.items() if isinstance(pair, list)}

    def moment(values: Mapping[str, str]) -> str:
        date = values.get("date", day.date)
        clocks = hours(values.get("start", day.start), values.get("end", day.end))
        return ", ".join(filter(None, (day_text(date), clocks)))

    return _("van {before} naar {after}").format(before=moment(before), after=moment(after))


def _name(person: Person | None) -> str:
    return isolated(person.name) if person else _("iemand")
