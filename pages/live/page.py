"""Renders the page of a seat: its data, and the numbers by which a browser recognises the
newest."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import count
from time import thread_time

from exercises.contract import Json
from exercises.engine import moment as moments
from pages.live.renderer import Renderer
from pages.live.seat import Seat
from state.clock import now_ms

# Names this server process: `seq` counts from the start of the process, so two values of `seq` can
# be compared only within one process.
SERVER = secrets.token_hex(4)
_seq = count(1)
# One thread renders the pages of all phones: only one thread runs Python at a time, and switching
# between many costs more than rendering. Screens, consoles and remotes share another thread, so
# that they don't wait behind hundreds of phones.
_for_phones = Renderer("odv-phones")
_for_others = Renderer("odv-pages")


@dataclass(frozen=True)
class PageSeen:
    """The page that a browser shows: its mark and revision, "" and 0 when it has none."""

    mark: str = ""
    rev: int = 0


async def is_news(seat: Seat, seen: PageSeen) -> bool:
    """Whether the page of a seat differs from the one its browser shows."""
    return await _for_others.run(seat.store, lambda: _differs(seat, seen))


def _differs(seat: Seat, seen: PageSeen) -> bool:
    with seat.store.read() as db:
        moment = moments.at(seat.store, db, seat.meeting.id)
    return seen.mark != _mark(seat, moment) or seen.rev > moment.rev


async def frame(seat: Seat, seen: PageSeen | None) -> Json | None:
    """The frame with a seat's page, made in a thread for that; None when the browser, as `seen`
    says, has it already. Raises as `made`."""
    if seat.changes_only:
        return None if seen is not None else {"changed": True}
    renderer = _for_others if seat.person_id is None else _for_phones
    page = await renderer.run(seat.store, lambda: made(seat, seen))
    return None if page is None else {"page": page}


def made(seat: Seat, seen: PageSeen | None = None) -> Json | None:
    """The page of a seat now; None when the browser has it already.

    The frame has `force` when the database is older than the page in the browser: a backup was
    restored, and the browser must accept the lower revision. Raises Leave, Refused and StateError.
    """
    began = now_ms()
    with seat.store.read() as db:
        moment = moments.at(seat.store, db, seat.meeting.id)
        mark, rev = _mark(seat, moment), moment.rev
        if seen is not None and (seen.mark, seen.rev) == (mark, rev):
            return None
        seq = next(_seq)
        seconds = thread_time()
        data = seat.data(db, moment)
        seat.cost = thread_time() - seconds
    page: Json = {
        "rev": rev, "seq": seq, "server": SERVER, "mark": mark, "now": began, "data": data,
    }  # fmt: skip
    if seen is not None and seen.rev > rev:
        page["force"] = True
    return page


def _mark(seat: Seat, moment: moments.Moment) -> str:
    stored = seat.mark(moment.numbers)
    in_memory = seat.in_memory()
    if not in_memory:
        return stored
    return ".".join([stored, SERVER, *(str(in_memory[topic]) for topic in sorted(in_memory))])
