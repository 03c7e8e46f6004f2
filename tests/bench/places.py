"""A hundred people who take a place on a kijkstage within ten seconds: how long each waits.

`python -m tests.bench.places` prints one JSON object. A server of its own; fifty organisations of
two people, one of which offers six days of ten places, so that forty people too many come.
`take_ms`: sending the form until its answer; `page_ms`: the page that says how it stands;
`list_ms`: the page of all offers, before. `beyond`: how many people have a place on a day above
its places, `twice`: how often somebody stands twice on one; both must be 0. The aim of `take_ms`
is 300 at p95.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from state import clock, offering, offers, own_links, tracks
from state.database import Store
from state.offers import OfferDay, OfferWords
from tests.bench.figures import Json, Tally, percentiles
from tests.bench.http import PROXY, Browser
from tests.bench.server import Server

ROOT = Path(__file__).resolve().parents[2]
_DAYS, _PLACES = 6, 10
_SEED = 7


def measure(people: int = 100, seconds: float = 10.0) -> Json:
    """Figures of so many people within so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        offer, days, links = _prepared(store, people)
        store.close()
        environment = {"ODV_DATA": folder, "ODV_PASSCODE": "bench-passcode", **PROXY}
        server = Server(ROOT, "streamlit_app.py", environment)
        server.wait("/api/health")
        figures = asyncio.run(_all(server, offer, days, links, seconds))
        server.kill()
        store = Store(Path(folder))
        figures |= _counted(store, days)
        store.close()
    return {"people": people, "seconds": seconds, "load": os.getloadavg()[0], **figures}


def _prepared(store: Store, people: int) -> tuple[str, list[str], list[str]]:
    """A track with its offer: the ids of the offer and its days, and the links of the people."""
    track = tracks.add_track(store, "Bench")
    host = tracks.add_organisation(store, track, "De Regenton", "inloop", "Gent")
    now = clock.today()
    first = date.fromisoformat(now) + timedelta(days=20)
    days = [
        OfferDay("", "", str(first + timedelta(days=at)), "09:00", "12:00", _PLACES)
        for at in range(_DAYS)
    ]
    words = OfferWords("Een voormiddag aan de keukentafel.", contact="Greet")
    offer_id = offering.offer(store, host, words, days, today=now)
    known = []
    for at in range(people):
        if at % 2 == 0:
            home = tracks.add_organisation(store, track, f"Huis {at}", f"sector {at}", "Dorp")
        known.append(tracks.add_person(store, home, f"Mens {at}", ""))
    links = own_links.give(store, track, known)
    with store.read() as db:
        found = offers.find_offer(db, offer_id)
    return offer_id, [one.id for one in found.days], [links[one] for one in known]


async def _all(
    server: Server, offer: str, days: list[str], links: list[str], seconds: float
) -> Json:
    tally = Tally()
    draw = random.Random(_SEED)
    browsers = [Browser(server.host, "own", tally) for _link in links]
    lists: list[float] = []
    for browser, link in zip(browsers, links, strict=True):
        await browser.get(f"/mijn/{link}")
        await browser.get(f"/mijn/{link}?k=1")
        lists.append(await _timed(browser, "/mijn/kijkstages"))
        # The server ends a connection on which nothing goes for some seconds.
        browser.close()
    takes: list[float] = []
    pages: list[float] = []

    async def take(browser: Browser) -> None:
        await asyncio.sleep(draw.uniform(0, seconds))
        began = time.perf_counter()
        form = {"day": draw.choice(days), "why": "Ik wil het zien.", "brings": ""}
        answer = await browser.post(f"/mijn/kijkstages/aanbod/{offer}", form)
        takes.append((time.perf_counter() - began) * 1000)
        pages.append(await _timed(browser, answer.headers["location"]))
        browser.close()

    await asyncio.gather(*(take(one) for one in browsers))
    return {
        "take_ms": percentiles(takes), "page_ms": percentiles(pages),
        "list_ms": percentiles(lists), "errors": sum(tally.errors.values()),
    }  # fmt: skip


async def _timed(browser: Browser, path: str) -> float:
    began = time.perf_counter()
    await browser.get(path)
    return (time.perf_counter() - began) * 1000


def _counted(store: Store, days: list[str]) -> Json:
    beyond = twice = taken = waiting = 0
    with store.read() as db:
        for day in days:
            found = offers.places_of_day(db, day)
            here = sum(one.state == "taken" for one in found)
            taken += here
            waiting += sum(one.state == "waiting" for one in found)
            beyond += max(0, here - _PLACES)
            twice += sum(count - 1 for count in Counter(one.person for one in found).values())
    return {"taken": taken, "waiting": waiting, "beyond": beyond, "twice": twice}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=10.0)
    asked = parser.parse_args()
    print(json.dumps(measure(asked.people, asked.seconds), indent=1))


if __name__ == "__main__":
    main()
