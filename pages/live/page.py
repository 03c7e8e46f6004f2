"""A page as it travels: its data, and the numbers by which a browser knows the newest one."""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count

from exercises.contract import Json
from exercises.engine import moment as moments
from pages.live.seat import Seat
from state.clock import now_ms

# Changes when this process is started again; the numbers of `seq` are its own.
SERVER = secrets.token_hex(4)
_seq = count(1)
# One thread makes the pages of all phones: only one thread runs Python at a time, and many that
# wait for their turn cost more than the pages. The few pages that a room looks at don't wait for
# hundreds of phones.
_for_phones = ThreadPoolExecutor(1, "odv-phones")
_for_others = ThreadPoolExecutor(1, "odv-pages")


@dataclass(frozen=True)
class Seen:
    """What a browser says it shows: the mark and revision of its page, "" and 0 for none."""

    mark: str = ""
    rev: int = 0


async def is_news(seat: Seat, seen: Seen) -> bool:
    """Whether the page of a seat differs from what its browser shows."""
    return await asyncio.get_running_loop().run_in_executor(_for_others, _differs, seat, seen)


def _differs(seat: Seat, seen: Seen) -> bool:
    with seat.store.read() as db:
        moment = moments.at(seat.store, db, seat.meeting.id)
    return (seen.mark, seen.rev) != (_mark(seat, moment), moment.rev)


async def frame(seat: Seat, seen: Seen | None) -> Json | None:
    """The frame with a seat's page, made in a thread for that; None when the browser, as `seen`
    says, has it already. Raises as `made`."""
    if seat.changes_only:
        return None if seen is not None else {"changed": True}
    maker = _for_others if seat.person_id is None else _for_phones
    loop = asyncio.get_running_loop()
    page = await loop.run_in_executor(maker, made, seat, seen)
    return None if page is None else {"page": page}


def made(seat: Seat, seen: Seen | None = None) -> Json | None:
    """The page of a seat now; None when the browser has it already.

    `force` is set when the data is older than what the browser saw, so that it takes the page
    all the same: then a backup was put back. Raises Leave, Refused and StateError.
    """
    began = now_ms()
    with seat.store.read() as db:
        moment = moments.at(seat.store, db, seat.meeting.id)
        mark, rev = _mark(seat, moment), moment.rev
        if seen is not None and (seen.mark, seen.rev) == (mark, rev):
            return None
        seq = next(_seq)
        data = seat.data(db, moment)
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
