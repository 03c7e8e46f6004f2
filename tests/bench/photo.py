"""How long a photo of 12 megapixels takes from a phone to the room: `python -m tests.bench.photo`.

The phone of this measure does not make it small first, as a phone of today does: the worst case.
Prints JSON: milliseconds until it is kept and until it was fetched again, and its size in bytes.
"""

from __future__ import annotations

import http.client
import io
import json
import tempfile
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

import exercises
from exercises.engine import running
from pages.web.access import device_cookie
from state import meetings, tracks
from state.database import Store
from tests.bench.server import Server

_SIZE = (4032, 3024)
_TIMES = 5
_AT_ONCE = 12


def photo() -> bytes:
    """A photo as a phone makes one: soft shapes with grain, 12 megapixels, turned by its EXIF."""
    across = np.linspace(0, 180, _SIZE[0], dtype=np.uint8)[None, :, None]
    down = np.linspace(0, 60, _SIZE[1], dtype=np.uint8)[:, None, None]
    grain = np.random.default_rng(1).integers(0, 16, (_SIZE[1], _SIZE[0], 3), dtype=np.uint8)
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.fromarray(across + down + grain).save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def measure() -> dict[str, Any]:
    """Send the photo some times to a server of its own."""
    sent = photo()
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        track = tracks.add_track(store, "Meting")
        organisation = tracks.add_organisation(store, track, "De Brug")
        meeting_id = meetings.add(store, track, "Meting")
        exercise = exercises.EXERCISES[0]
        activity = meetings.add_activity(
            store, meeting_id, exercise.kind, exercise.sample.to_json(), 30
        )
        meetings.open_doors(store, meeting_id)
        running.start(store, activity)
        meeting = meetings.room(store, meeting_id).meeting
        store.close()
        server = Server(Path.cwd(), "streamlit_app.py", {"ODV_DATA": folder})
        try:
            server.wait("/api/health")
            cookie = _join(server.host, meeting.code, device_cookie(meeting), organisation)
            before = server.rss_mb()
            # A few bytes behind the picture make it another file, which is not known yet.
            alone = [_there_and_back(server.host, activity, cookie, sent + bytes([n]))
                     for n in range(_TIMES)]  # fmt: skip
            began = time.perf_counter()
            with ThreadPoolExecutor(_AT_ONCE) as hall:
                list(hall.map(
                    lambda n: _there_and_back(server.host, activity, cookie, sent + bytes([99, n])),
                    range(_AT_ONCE),
                ))  # fmt: skip
            together = (time.perf_counter() - began) * 1000
            return {
                "sent_bytes": len(sent),
                "kept_bytes": alone[0]["bytes"],
                "kept_ms": sorted(round(one["kept"]) for one in alone),
                "shown_ms": sorted(round(one["shown"]) for one in alone),
                "twelve_at_once_ms": round(together),
                "memory_more_mb": round(server.rss_mb() - before, 1),
            }
        finally:
            server.kill()


def _join(host: str, code: str, name: str, organisation: str) -> str:
    form = urllib.parse.urlencode({"organisation": organisation, "name": "An", "function": ""})
    first = _ask(host, "GET", f"/d/{code}")
    given = first.getheader("set-cookie") or ""
    headers = {"Content-Type": "application/x-www-form-urlencoded",
               "Cookie": given.partition(";")[0]}  # fmt: skip
    answer = _ask(host, "POST", f"/d/{code}", form.encode(), headers)
    cookie = (answer.getheader("set-cookie") or given).partition(";")[0]
    if answer.status != http.HTTPStatus.SEE_OTHER or not cookie.startswith(name):
        raise RuntimeError(f"not let in: {answer.status}")
    return cookie


def _there_and_back(host: str, activity: str, cookie: str, sent: bytes) -> dict[str, float]:
    began = time.perf_counter()
    answer = _ask(host, "POST", f"/beeld/{activity}", sent, {"Cookie": cookie})
    said = json.loads(answer.read())
    kept = time.perf_counter()
    shown = _ask(host, "GET", f"/beeld/{said['id']}", None, {"Cookie": cookie}).read()
    return {"kept": (kept - began) * 1000, "shown": (time.perf_counter() - began) * 1000,
            "bytes": len(shown)}  # fmt: skip


def _ask(
    host: str, method: str, path: str, body: bytes | None = None,
    headers: dict[str, str] | None = None,
) -> http.client.HTTPResponse:  # fmt: skip
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request(method, path, body, headers or {})
    return connection.getresponse()


if __name__ == "__main__":
    print(json.dumps(measure()))
