"""'Wie mag dit zien?' in words: what a place is called, what was moved, and who holds something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exercises.kit.rules.prose import in_words, isolated, listed, sentence
from pages.own.own_things import OwnThing
from state.language import _, ngettext
from state.restrictions import PLACES, Place

# So many are looked through at once; more are folded by where they were given.
_FEW = 8
_ICONS: Mapping[Place, str] = {"report": "open_book", "group": "chairs", "self": "lock"}


@dataclass(frozen=True)
class ShownPlace:
    """One of the three places, with what is in it; `count` in words."""

    key: Place
    title: str
    icon: str
    count: str
    things: tuple[OwnThing, ...]

    @property
    def bunches(self) -> tuple[tuple[str, tuple[OwnThing, ...]], ...]:
        """The things by where they were given, in order, to fold where there are many; one bunch
        without a heading where there are few."""
        headed: dict[str, list[OwnThing]] = {}
        for one in self.things:
            headed.setdefault(one.about, []).append(one)
        if len(self.things) <= _FEW or len(headed) == 1:
            return (("", self.things),) if self.things else ()
        return tuple((heading, tuple(those)) for heading, those in headed.items())


def title_of(place: Place, shared: bool) -> str:
    """What a place is called; what is `shared` is always read by the whole organisation."""
    titles = {
        "report": _("In het verslag"), "group": _("Onze groep"),
        "self": _("Alleen wij") if shared else _("Alleen ik"),
    }  # fmt: skip
    return titles[place]


def places_of(things: tuple[OwnThing, ...], shared: bool) -> tuple[ShownPlace, ...]:
    """The things in the places where they are; places of what is shared only where they hold
    something."""
    made = []
    for place in PLACES:
        there = tuple(one for one in things if one.place == place)
        if there or not shared:
            told = count(there) if there else _("niets")
            made.append(ShownPlace(place, title_of(place, shared), _ICONS[place], told, there))
    return tuple(made)


def count(things: tuple[OwnThing, ...]) -> str:
    """How many things: 'drie dingen'."""
    told = ngettext("{n} ding", "{n} dingen", len(things))
    return told.format(n=in_words(len(things)))


def offered(thing: OwnThing) -> tuple[Place, ...]:
    """The places where this person can really put a thing."""
    return PLACES[PLACES.index(thing.furthest) :]


def held(thing: OwnThing, names: Mapping[str, str]) -> str:
    """Who holds a thing, and who alone can let it go; `names`: of who is still there, by id."""
    known = [isolated(names[one]) for one in thing.held_by if one in names]
    if len(known) < len(thing.held_by):
        return _("Een collega die niet meer meedoet, hield dit hier. Vraag het aan de begeleider.")
    if len(known) == 1:
        told = _("{who} hield dit hier. Alleen {who} kan het weer openzetten.")
        return sentence(told.format(who=known[0]))
    told = _("{who} hielden dit hier. Alleen zij kunnen het weer openzetten.")
    return sentence(told.format(who=listed(known)))


def moved(thing: OwnThing, names: Mapping[str, str]) -> str:
    """Where a thing is after a choice, and why it is there when a colleague holds it."""
    place = title_of(thing.place, thing.shared)
    if not thing.held or thing.held_too:
        return _("{what} staat nu bij ‘{place}’.").format(what=thing.title, place=place)
    told = _("{what} blijft bij ‘{place}’.").format(what=thing.title, place=place)
    return f"{told} {held(thing, names)}"
