"""A hall for the bench of exercises: phones of organisations, a console and a screen, and what
the moves of an exercise do with them.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import exercises
from exercises.contract import Exercise, Party, alias
from exercises.engine import stored
from state import meetings, tracks, visits
from state.database import FILE_NAME, Store
from state.models import TrackVisit
from tests.bench.answers import Answers
from tests.bench.figures import Json, Tally
from tests.bench.http import Browser
from tests.bench.page import Page
from tests.bench.people import Facilitator, enter
from tests.bench.prepare import Prepared
from tests.bench.server import Server
from tests.bench.trace import Sees, Sent, Trace

_PEOPLE_EACH = 4
_PATIENCE = 30.0
_GLANCE = 0.02
_MOST_STEPS = 20

Configure = Callable[[Exercise[Any, Any], tuple[Party, ...]], Any]


def prepare(
    folder: Path, phones: int, kinds: dict[str, Configure], *, with_visits: bool = False
) -> tuple[Prepared, dict[str, str]]:
    """A meeting with its doors open, and the activity of each kind; `kinds` say how each is
    configured for the organisations.

    `with_visits`: each second organisation is visited by the one before it. With four people each,
    an answer redraws as many guides as with two people each who both visit and are visited.
    """
    store = Store(folder)
    track_id = tracks.add_track(store, "Meting")
    for number in range(1, max(2, phones // _PEOPLE_EACH) + 1):
        tracks.add_organisation(store, track_id, f"Organisatie {number}", "Buurtwerk", "Gent")
    meeting_id = meetings.add(store, track_id, "Meting", "2026-11-22", "De Zaal")
    parties = tuple(map(stored.party, tracks.organisations(store, track_id)))
    if with_visits:
        pairs = [*zip(parties[::2], parties[1::2], strict=False)]
        if len(parties) % 2:
            pairs.append((parties[-1], parties[0]))
        made = [TrackVisit("", host.id, one.id, announced=True) for one, host in pairs]
        visits.add_all(store, track_id, made)
    activities = {}
    for kind, configure in kinds.items():
        exercise = exercises.of_kind(kind)
        assert exercise is not None
        activities[kind] = meetings.add_activity(
            store, meeting_id, kind, configure(exercise, parties).to_json(), exercise.minutes
        )
    meetings.open_doors(store, meeting_id)
    meeting = meetings.room(store, meeting_id).meeting
    store.close()
    organisations = tuple(party.id for party in parties)
    prepared = Prepared(folder, meeting_id, meeting.code, meeting.secret, "", organisations)
    return prepared, activities


class Guest:
    """A phone and who holds it. `number` counts from 0; colleagues are len(organisations) apart."""

    def __init__(self, number: int, prepared: Prepared, host: str, tally: Tally) -> None:
        self.number = number
        self.chance = random.Random(number)
        self.trace = Trace()
        self._prepared = prepared
        self._browser = Browser(host, "phone", tally)
        self._page = Page(self._browser, "gsm", f"d={prepared.code}", self._data)
        self._waiting: dict[str, Sent] = {}
        self._watching: list[tuple[Sent, Sees]] = []

    async def join(self) -> None:
        """Come in by the door."""
        if await enter(self._browser, self._prepared, self.number):
            await self._page.open()

    @property
    def scene(self) -> Json:
        """What the phone shows of the exercise; {} while there is none."""
        found: Json = self._page.data.get("scene") or {}
        return found

    @property
    def data(self) -> Json:
        """What the exercise gave this phone."""
        found: Json = self.scene.get("data", {})
        return found

    @property
    def place(self) -> tuple[str, int, str]:
        """Which activity, step and stage the phone shows."""
        scene = self.scene
        if not scene:
            return "", 0, ""
        return scene["activity"], scene["step"]["index"], scene["stage"]

    def alias(self) -> str:
        """How others are told of this person in the exercise that is on."""
        person = str(self._page.data["keep"]).partition(":")[2]
        return alias(self.scene["activity"], self._prepared.secret, person)

    def send(
        self, slot: str, payload: Json, *, shows: bool = True,
        watcher: Guest | None = None, sees: Sees | None = None,
    ) -> Sent:  # fmt: skip
        """Answer. `shows`: the screen shows it. `watcher` is a colleague whose phone has it as
        soon as `sees` says so of what the exercise gave that phone."""
        moment = time.perf_counter()
        identifier = self._page.outbox.answer(self.scene["activity"], slot, payload)
        sent = Sent(identifier, slot, moment, shows)
        self._waiting[identifier] = sent
        self.trace.sent.append(sent)
        if watcher is not None and sees is not None:
            sent.watched = True
            watcher._watching.append((sent, sees))
        return sent

    def repeats(self) -> int:
        """How often it had to ask or send once more."""
        return self._page.outbox.repeats

    def forget(self) -> None:
        """Watch for nothing any more: another exercise begins."""
        self._watching.clear()

    def leave(self) -> None:
        """Close the page."""
        self._page.close()

    def _data(self, data: Json, moment: float) -> None:
        for identifier in [one for one in self._waiting if one in data["acks"]]:
            self._confirmed(identifier, data["acks"][identifier], moment)
        if self._watching and data["scene"] is not None:
            self._look(data["scene"]["data"], moment)

    def _confirmed(self, identifier: str, ack: Json, moment: float) -> None:
        if "again" in ack:
            self._browser.tally.fail("asked to send again", ack["again"])
            return
        sent = self._waiting.pop(identifier)
        if ack.get("ok"):
            sent.saved = moment
        else:
            sent.refused = str(ack.get("refused", ack))

    def _look(self, data: Json, moment: float) -> None:
        unseen = []
        for sent, sees in self._watching:
            if sees(data):
                sent.seen = moment
            else:
                unseen.append((sent, sees))
        self._watching = unseen


class Desk(Facilitator):
    """The facilitator's console and the screen, for any exercise."""

    def __init__(self, prepared: Prepared, host: str, tally: Tally) -> None:
        super().__init__(prepared, host, Answers(tally))
        self.trace = Trace()

    @property
    def place(self) -> tuple[str, str]:
        """Which activity the console shows, and where in it."""
        current = self._console.data["current"]
        return ("", "") if current is None else (current["activity"], current["at"])

    def _shown(self, data: Json, moment: float) -> None:
        if data.get("scene") is not None:
            self.trace.screen(data, moment)


@dataclass
class Answering:
    """How long people answered, and what that took of the server's processor; seconds."""

    seconds: float = 0
    cpu: float = 0


async def watch_own_loop(lags: list[float]) -> None:
    """Collect how late the driver itself is, in ms: what of the figures may be its own fault."""
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.05)
        lags.append((time.perf_counter() - began - 0.05) * 1000)


Move = Callable[[Guest], Awaitable[None]]


class Hall:
    """Everybody, and what the moves of an exercise may ask of them.

    `seconds`: how long an exercise lasts, facilitator's steps left out.
    """

    def __init__(
        self, prepared: Prepared, server: Server, phones: int, seconds: float, tally: Tally
    ) -> None:
        self.seconds, self.tally = seconds, tally
        self.desk = Desk(prepared, server.host, tally)
        self.guests = [Guest(number, prepared, server.host, tally) for number in range(phones)]
        self.organisations = prepared.organisations
        self.answering = Answering()
        # Which number of `results` each answer raised: the screen says up to which it read.
        self.numbers: dict[str, int] = {}
        self._server, self._prepared = server, prepared

    async def fill(self, seconds: float) -> None:
        """Open console and screen, and let everybody in over some seconds."""
        await self.desk.begin()

        async def come_in(guest: Guest) -> None:
            await asyncio.sleep(guest.chance.uniform(0, seconds))
            try:
                await guest.join()
            except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
                self.tally.fail("join", repr(error))

        await asyncio.gather(*map(come_in, self.guests))

    async def begin(self, activity: str) -> Trace:
        """Start an exercise; gives the trace of its answers."""
        trace = Trace()
        self.answering = Answering()
        self.desk.trace = trace
        for guest in self.guests:
            guest.trace = trace
            guest.forget()
        self.desk.press("start", activity=activity)
        await self._everywhere(lambda place: place[0] == activity)
        await self._until(lambda: self.desk.place[0] == activity)
        return trace

    async def forward(self) -> None:
        """The facilitator goes on; back when every phone shows it, and the console itself."""
        await self.step("forward")

    async def step(self, name: str) -> None:
        """Another step, by that button of the console; back as with `forward`."""
        before, at = self.guests[0].place, self.desk.place
        self.desk.press(name)
        await self._everywhere(lambda place: place != before)
        await self._until(lambda: self.desk.place != at)

    async def forward_until(self, ready: Callable[[Guest], bool]) -> None:
        """Go on until every phone is where `ready` says so. Where an exercise begins may depend on
        what was played before it, so its moves look at the phones and count no steps."""
        for _step in range(_MOST_STEPS):
            if all(map(ready, self.guests)):
                return
            await self.forward()
        self.tally.fail("stage not found", self.guests[0].place)

    async def press(self, name: str, **payload: object) -> None:
        """Another button of the console; phones have a moment to follow."""
        self.desk.press(name, **payload)
        await asyncio.sleep(0.5)

    def colleague(self, guest: Guest) -> Guest | None:
        """Somebody of the same organisation, if there is another one."""
        number = (guest.number + len(self.organisations)) % len(self.guests)
        other = self.guests[number]
        same = (number - guest.number) % len(self.organisations) == 0
        return other if same and other is not guest else None

    async def spread(
        self, part: float, turns: int, move: Move, guests: list[Guest] | None = None
    ) -> None:
        """Each guest moves `turns` times, at moments of their own in this part of the exercise;
        back when all that was sent is settled."""
        length = self.seconds * part
        began, used = time.perf_counter(), self._server.cpu_seconds()

        async def one(guest: Guest) -> None:
            moments = sorted(guest.chance.uniform(0, length) for _turn in range(turns))
            for moment in moments:
                await asyncio.sleep(max(0.0, began + moment - time.perf_counter()))
                await move(guest)

        chosen = self.guests if guests is None else guests
        for fault in await asyncio.gather(*map(one, chosen), return_exceptions=True):
            if isinstance(fault, BaseException):
                self.tally.fail("move", repr(fault))
        await self._settle()
        self.answering.seconds += time.perf_counter() - began
        self.answering.cpu += self._server.cpu_seconds() - used
        self._number()

    async def settled(self, sent: Sent) -> Sent:
        """Wait until its phone has heard of an answer."""
        await self._until(lambda: sent.settled)
        return sent

    def _number(self) -> None:
        """Note which number of `results` each new answer raised. Steps raise it too, so this is
        to be called before the next one."""
        address = f"{(self._prepared.folder / FILE_NAME).as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            connection.execute("BEGIN")
            (latest,) = connection.execute(
                "SELECT number FROM revision WHERE topic = 'results'"
            ).fetchone()
            rows = connection.execute(
                "SELECT client_id FROM contribution_history ORDER BY id DESC"
            ).fetchall()
        for back, (identifier,) in enumerate(rows):
            self.numbers.setdefault(identifier, latest - back)

    def leave(self) -> None:
        """Everybody closes the page."""
        for guest in self.guests:
            guest.leave()
        self.desk.leave()

    async def _settle(self) -> None:
        trace = self.guests[0].trace
        if not await self._until(lambda: not trace.open()):
            self.tally.fail("answer not confirmed", trace.open()[0])

    async def _everywhere(self, there: Callable[[tuple[str, int, str]], bool]) -> None:
        if not await self._until(lambda: all(there(guest.place) for guest in self.guests)):
            late = sum(not there(guest.place) for guest in self.guests)
            self.tally.fail("step not seen", f"{late} phones")

    async def _until(self, done: Callable[[], bool]) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while not done():
                    await asyncio.sleep(_GLANCE)
                return True
        return False
