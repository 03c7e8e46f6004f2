"""What a person wrote for kijkstages, with who reads it, for 'Wie mag dit zien?'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.kit.rules.days import day_text
from exercises.kit.rules.prose import isolated
from pages.own.around import Around
from state import offers
from state.database import Store
from state.language import _
from state.offers import VisitPlace


@dataclass(frozen=True)
class GivenWords:
    """Words for a kijkstage: what they are, who reads them, and where that is chosen, an
    address."""

    heading: str
    text: str
    readers: str
    address: str


def given(store: Store, around: Around) -> tuple[GivenWords, ...]:
    """All that a person wrote with the own places, in the order in which these were taken."""
    track = around.holder.track.id
    with store.read() as db:
        hosts = {
            day.id: (one.host, day.date) for one in offers.read_offers(db, track)
            for day in one.days
        }  # fmt: skip
        mine = [one for one in offers.read_places(db, track) if one.person == around.me.id]
    made: list[GivenWords] = []
    for one in mine:
        host, day = hosts[one.day]
        name = isolated(around.by_id[host].name) if host in around.by_id else _("de gastheer")
        address = f"/mijn/kijkstages/plaats/{one.id}"
        for heading, text, readers in _parts(one, name):
            if text:
                about = _("{what}, {day}").format(what=heading, day=day_text(day))
                made.append(GivenWords(about, text, readers, address))
    return tuple(made)


def _parts(one: VisitPlace, host: str) -> Iterator[tuple[str, str, str]]:
    """What stands there, the words, and who reads them."""
    words = one.words
    asks = _("{host} en de begeleider lezen dit.").format(host=host)
    yield _("Waarom je naar {host} wilde").format(host=host), one.why, asks
    yield _("Wat je meebrengt naar {host}").format(host=host), one.brings, asks
    answers = (
        _("Je collega’s en de begeleider lezen dit.")
        if words.shared
        else _("Alleen jij leest dit.")
    )
    yield _("Wat je zag bij {host}").format(host=host), words.unexpected, answers
    yield _("Wat je vertelt na {host}").format(host=host), words.tells, answers
    yield _("Wie je voortaan belt bij {host}").format(host=host), words.calls, answers
    printed = (
        _("{host} leest dit, en het mag in het verslag.") if words.printable
        else _("{host} en de begeleider lezen dit. Het komt niet in het verslag.")
    )  # fmt: skip
    yield _("Je zin voor {host}").format(host=host), words.for_host, printed.format(host=host)
    home = _("Je collega’s en de begeleider lezen dit.")
    yield _("Je zin voor thuis, na {host}").format(host=host), words.for_home, home
