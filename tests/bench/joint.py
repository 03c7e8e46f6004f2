"""How soon a colleague sees what somebody writes, when a whole hall writes at once.

`python -m tests.bench.joint [phones]` prints JSON: milliseconds from a message of one phone to the
page of the colleague's phone that has it in. Two phones to an organisation, all in one field.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

import exercises
from exercises.engine import running
from pages.web import assets
from pages.web.access import device_cookie
from state import meetings, people, tracks
from state.database import Store
from tests.bench.server import Server
from tests.exercises.kit.rules.joint_phone import JointPhone

_PHONES = 100
_SECONDS = 20
# Between two rests of a hand: somebody who writes without thinking.
_PAUSE = (1.0, 3.0)
_WORDS = 40
_SLOT = "sheet.core"


class Writer:
    """A phone that writes in one field and sees what its colleague writes."""

    def __init__(self, name: str, activity: str, waiting: dict[str, float], figures: list[float]):
        self.name, self.activity = name, activity
        self.field = JointPhone(name)
        self._waiting, self._figures = waiting, figures
        self._count = 0
        self.refused = 0

    async def write(self, line: ClientConnection, until: float) -> None:
        """Add a word after each rest."""
        chance = random.Random(self.name)
        await asyncio.sleep(chance.uniform(0, _PAUSE[1]))
        while time.perf_counter() < until:
            self._count += 1
            word = f"{self.name}x{self._count}"
            words = [*self.field.text.split(), word]
            self.field.text = " ".join(words[-_WORDS:])
            payload = self.field.message()
            identifier = f"{self.name}.{self._count:09d}"
            message = {"id": identifier, "kind": "answer", "activity": self.activity,
                       "slot": _SLOT, "payload": payload}  # fmt: skip
            self._waiting[word] = time.perf_counter()
            await line.send(json.dumps({"messages": [message]}))
            await asyncio.sleep(chance.uniform(*_PAUSE))

    async def read(self, line: ClientConnection) -> None:
        """Take in pages; each word of the colleague is measured once."""
        from exercises.kit.rules.joint import Stored

        async for frame in line:
            received = json.loads(frame)
            self.refused += sum("refused" in ack for ack in received.get("acks", {}).values())
            if "page" not in received:
                continue
            stored = received["page"]["data"]["scene"]["data"]["joint"]["texts"][_SLOT]
            moment = time.perf_counter()
            for word in stored["text"].split():
                if not word.startswith(f"{self.name}x") and word in self._waiting:
                    self._figures.append((moment - self._waiting.pop(word)) * 1000)
            self.field.take(Stored.read(stored))


async def _hall(server: Server, tokens: list[str], code: str, cookie: str, activity: str) -> Any:
    version = assets.fingerprint()
    figures: list[float] = []
    until = time.perf_counter() + _SECONDS
    pairs: list[dict[str, float]] = [{} for _pair in range((len(tokens) + 1) // 2)]
    writers = [Writer(f"w{n}", activity, pairs[n // 2], figures) for n in range(len(tokens))]
    lines = [
        await connect(
            f"ws://{server.host}/live/{code}?als=phone&versie={version}", origin=f"http://{server.host}",  # type: ignore[arg-type]
            additional_headers={"Cookie": f"{cookie}={token}"}, max_size=None, proxy=None,
        )
        for token in tokens
    ]  # fmt: skip
    readers = [
        asyncio.create_task(one.read(line)) for one, line in zip(writers, lines, strict=True)
    ]
    used = server.cpu_seconds()
    await asyncio.gather(
        *(one.write(line, until) for one, line in zip(writers, lines, strict=True))
    )
    used = server.cpu_seconds() - used
    await asyncio.sleep(2)
    for reader in readers:
        reader.cancel()
    for line in lines:
        line.transport.abort()
    figures.sort()

    def at(part: float) -> int:
        return round(figures[int(part * (len(figures) - 1))])

    return {
        "phones": len(tokens), "seen": len(figures),
        "never_seen": sum(len(pair) for pair in pairs),
        "refused": sum(one.refused for one in writers),
        "ms_p50": at(0.5), "ms_p95": at(0.95), "ms_max": at(1),
        "cpu_share": round(used / _SECONDS, 2),
    }  # fmt: skip


def measure(phones: int) -> dict[str, Any]:
    """Fill a hall and let everybody write."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        track = tracks.add_track(store, "Meting")
        meeting_id = meetings.add(store, track, "Meting")
        meetings.open_doors(store, meeting_id)
        tokens = []
        for number in range(phones):
            if number % 2 == 0:
                organisation = tracks.add_organisation(store, track, f"Organisatie {number}")
            tokens.append(f"gsm-{number}")
            people.join(store, meeting_id, tokens[-1], organisation, f"Mens {number}", "")
        exercise = exercises.of_kind("organisation_sheet")
        assert exercise is not None
        activity = meetings.add_activity(
            store, meeting_id, exercise.kind, exercise.sample.to_json(), 30
        )
        running.start(store, activity)
        meeting = meetings.room(store, meeting_id).meeting
        store.close()
        server = Server(Path.cwd(), "streamlit_app.py", {"ODV_DATA": folder})
        try:
            server.wait("/api/health")
            found: dict[str, Any] = asyncio.run(
                _hall(server, tokens, meeting.code, device_cookie(meeting), activity)
            )
            return found
        finally:
            server.kill()


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else _PHONES)))
