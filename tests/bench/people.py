"""Who takes part in a run: the facilitator with a console, the screen, and the phones."""

from __future__ import annotations

import asyncio
import time

from tests.bench.answers import Answers, Sent
from tests.bench.figures import Json, Tally
from tests.bench.http import Browser
from tests.bench.page import Page
from tests.bench.prepare import Prepared, alias

PASSCODE = "meet-de-zaal"


class Steps:
    """Measures how long a step takes to each phone."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self.phones = 0
        self._target: tuple[int, str] | None = None
        self._sent = 0.0
        self._seen: set[str] = set()
        self._all = asyncio.Event()
        self.each_ms: list[float] = []
        self.last_ms: list[float] = []

    def expect(self, step: int, stage: str) -> None:
        """The console is about to send everybody to this step (from 1) and stage."""
        self._target, self._sent = (step, stage), time.perf_counter()
        self._seen.clear()
        self._all.clear()

    def phone(self, keep: str, data: Json, moment: float) -> None:
        """A phone got data."""
        scene = data["scene"]
        if self._target is None or scene is None or keep in self._seen:
            return
        if (scene["step"]["index"], scene["stage"]) == self._target:
            self._seen.add(keep)
            self.each_ms.append((moment - self._sent) * 1000)
            if len(self._seen) == self.phones:
                self.last_ms.append((moment - self._sent) * 1000)
                self._all.set()

    async def everybody(self, seconds: float) -> None:
        """Wait until all phones are there; those that aren't in time are errors."""
        try:
            await asyncio.wait_for(self._all.wait(), seconds)
        except TimeoutError:
            self._tally.fail("step not seen", f"{self.phones - len(self._seen)} phones")
        self._target = None


async def enter(browser: Browser, prepared: Prepared, number: int) -> bool:
    """Through the door as one of the organisations; whether that worked."""
    door, organisations = f"/d/{prepared.code}", prepared.organisations
    await browser.get(door)
    form = {
        "organisation": organisations[number % len(organisations)],
        "name": f"Deelnemer {number}",
        "function": "",
        "new_organisation": "",
    }
    answer = await browser.post(door, form)
    if answer.headers.get("location") != f"/gsm?d={prepared.code}":
        browser.tally.fail("not let in", answer.body[-300:])
        return False
    return True


class Phone:
    """A participant who comes in by the door."""

    def __init__(
        self, number: int, prepared: Prepared, host: str, steps: Steps, answers: Answers
    ) -> None:
        self._prepared, self._steps, self._answers = prepared, steps, answers
        self._number = number
        self._browser = Browser(host, "phone", answers.tally)
        self._page = Page(self._browser, "gsm", f"d={prepared.code}", self._data)
        self._alias = ""

    async def join(self) -> float:
        """Go through the door as somebody who types at once; gives the milliseconds it took."""
        began = time.perf_counter()
        if not await enter(self._browser, self._prepared, self._number):
            return 0.0
        await self._page.open()
        return (time.perf_counter() - began) * 1000

    def stand(self, at: float) -> None:
        """Let go of the figure on a place."""
        scene = self._page.data.get("scene")
        if scene is None:
            self._browser.tally.fail("no exercise on the phone")
            return
        slot, moment = scene["data"]["slot"], time.perf_counter()
        identifier = self._page.outbox.answer(scene["activity"], slot, {"at": round(at, 4)})
        sent = Sent(identifier, self._me(), slot, at, moment)
        self._alias = self._alias or alias(self._prepared, self._me())
        self._answers.sent(sent, self._alias)

    def repeats(self) -> int:
        """How often it had to ask or send once more."""
        return self._page.outbox.repeats

    def leave(self) -> None:
        """Close the page."""
        self._page.close()

    def _me(self) -> str:
        return str(self._page.data["keep"]).partition(":")[2]

    def _data(self, data: Json, moment: float) -> None:
        self._answers.confirmed(data["keep"].partition(":")[2], data["acks"], moment)
        self._steps.phone(data["keep"], data, moment)


class Facilitator:
    """Signs in, has a console, and opens the screen from it."""

    def __init__(self, prepared: Prepared, host: str, answers: Answers) -> None:
        self._prepared, self._host, self._answers = prepared, host, answers
        tally = answers.tally
        self._browser = Browser(host, "console", tally)
        query = f"m={prepared.meeting_id}"
        self._console = Page(self._browser, "regie", query, self._acted)
        self._screen: Page | None = None
        self.draws = 0

    async def begin(self) -> None:
        """Sign in and open both windows."""
        await self._browser.post("/begeleider?naar=/", {"passcode": PASSCODE})
        await self._console.open()
        _path, _mark, query = self._console.data["links"]["screen"].partition("?")
        browser = Browser(self._host, "screen", self._answers.tally)
        self._screen = Page(browser, "scherm", query, self._shown)
        await self._screen.open()

    def press(self, name: str, **payload: object) -> None:
        """Press a button of the console; moves say where the console was, as its script does."""
        current = self._console.data["current"]
        if current is not None:
            payload.setdefault("at", current["at"])
        self._console.outbox.act(name, payload)

    async def sees(self, position: str, seconds: float) -> None:
        """Wait until the console shows that step and stage."""
        deadline = time.perf_counter() + seconds
        while (self._console.data["current"] or {}).get("at") != position:
            if time.perf_counter() > deadline:
                self._answers.tally.fail("console behind", position)
                return
            await asyncio.sleep(0.02)

    def leave(self) -> None:
        """Close both windows."""
        self._console.close()
        if self._screen is not None:
            self._screen.close()

    def _acted(self, data: Json, moment: float) -> None:
        for ack in data["acks"].values():
            if "refused" in ack:
                self._answers.tally.fail("console refused", ack["refused"])

    def _shown(self, data: Json, moment: float) -> None:
        self.draws += 1
        if data["scene"] is not None:
            self._answers.screen(data["scene"]["data"]["figures"], moment)
