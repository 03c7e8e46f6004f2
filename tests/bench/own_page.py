"""How long the own page takes with a year behind it: `python -m tests.bench.own_page` prints JSON.

Six organisations, five meetings of sixteen people with every exercise in each, all sheets open at
home, six visits and thirty shared notes of each. `cold_ms`: nothing is remembered yet, as after a
start; `changed_ms`: an answer was corrected since; `warm_ms`: nothing was. Each is the data of one
person's page and the page itself. `page_kb`: the page, `first_kb`: with its styles, its drawings
and one font, all in kB of 1000 bytes, compressed. The aim is 50 ms for the data, and a first visit
as light as that of a phone's page.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from exercises.engine import stored
from pages.own import scene, shown
from pages.own.around import around
from pages.web import assets
from pages.web.templates import page
from state import homework, meetings, notebook, visits
from state.clock import today
from state.database import Store
from state.ids import new_id
from state.models import TrackVisit, VisitDay
from state.notebook import NoteDraft
from state.own_links import LinkHolder, give, holder
from tests.bench.figures import Json, percentiles
from tests.bench.results import _forget, full_track
from tests.bench.weight import kb
from tests.exercises.engine.held import HeldTrack

PEOPLE = 16
_NOTES = 30
_FILES = (
    "exercises/kit/look/tokens.css", "pages/browser/door/door.css", "pages/browser/own/own.css",
    "pages/browser/door/floor.js", "pages/browser/icon.svg", "exercises/kit/look/signs.svg",
    "exercises/kit/look/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2",
    "exercises/kit/look/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2",
)  # fmt: skip


def measure(times: int) -> Json:
    """Figures of the own pages of one person of each organisation."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        held = full_track(store, PEOPLE)
        _year(store, held)
        people = [one for name, one in held.people.items() if int(name.split()[-1]) < 6]
        found = [_holder(store, held, one) for one in people]
        figures = _measured(store, held, found, times)
        store.close()
    return figures


def _year(store: Store, held: HeldTrack) -> None:
    """Visits in a ring with what was noted and shared on each, and sheets that may go on."""
    first = date.fromisoformat(today())
    days = tuple(VisitDay(str(first - timedelta(n)), "09:00", "16:00") for n in (3, 2, 1))
    by_party: dict[str, list[str]] = {}
    for name, person in held.people.items():
        by_party.setdefault(held.parties[int(name.split()[-1]) % len(held.parties)], []).append(
            person
        )
    for at, host in enumerate(held.parties):
        visitor = held.parties[at - 1]
        going = tuple(by_party[visitor][:2])
        made = TrackVisit("", host, visitor, going, days=days, announced=True)
        visit = visits.add(store, held.track, made)
        here = TrackVisit(visit, host, visitor, going, days=days, announced=True)
        for number in range(_NOTES):
            draft = NoteDraft(f"Wat ik zag, nummer {number}.", area=1 + number % 4, indicator=1)
            note = notebook.put(store, here, going[0], new_id(), draft)
            notebook.share(store, going[0], note, shared=True)
    for meeting in meetings.of_track(store, held.track):
        for activity in meetings.room(store, meeting.id).agenda:
            if stored.may_go_home(activity):
                homework.allow(store, activity.id, True, "2030-03-01")


def _holder(store: Store, held: HeldTrack, person: str) -> LinkHolder:
    token = give(store, held.track, [person])[person]
    with store.read() as db:
        found = holder(db, token)
    assert isinstance(found, LinkHolder)
    return found


def _measured(store: Store, held: HeldTrack, people: list[LinkHolder], times: int) -> Json:
    with store.read() as db:
        (sheet,) = db.conn.execute(
            "SELECT id FROM activity WHERE kind = 'reflection_sheet' LIMIT 1"
        ).fetchone()
    cold, changed, warm, drawing = [], [], [], []
    for _time in range(times):
        _forget()
        cold.append(_data_ms(store, people[0])[0])
        held.says(sheet, held.parties[0], "sheet.question1", f"Anders {new_id()}")
        changed += [_data_ms(store, one)[0] for one in people]
        for one in people:
            took, made = _data_ms(store, one)
            warm.append(took)
            drawing.append(_drawn(made)[0])
    text = _drawn(shown.made(around(store, people[0])))[1]
    page_kb = round(len(gzip.compress(text.encode(), 5)) / 1000, 1)
    return {
        "cold_ms": percentiles(cold), "changed_ms": percentiles(changed),
        "warm_ms": percentiles(warm), "page_ms": percentiles(drawing), "page_kb": page_kb,
        "first_kb": round(page_kb + kb([one for one in _FILES if (assets.ROOT / one).exists()]), 1),
    }  # fmt: skip


def _data_ms(store: Store, one: LinkHolder) -> tuple[float, shown.OwnPage]:
    began = time.perf_counter()
    made = shown.made(around(store, one))
    return (time.perf_counter() - began) * 1000, made


def _drawn(made: shown.OwnPage) -> tuple[float, str]:
    began = time.perf_counter()
    walk = made.scene
    drawing = scene.drawn(walk.tile, walk.poses, walk.host_tile, walk.told) if walk else ""
    answer = page(
        "own_page.html",
        page=made,
        kijkstages=None,
        whose=made.name,
        tile=made.tile,
        scene=drawing,
        person="",
    )
    return (time.perf_counter() - began) * 1000, bytes(answer.body).decode()


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=10)
    print(json.dumps(measure(parser.parse_args().times), indent=1))


if __name__ == "__main__":
    main()
