"""Nothing of a download that needs no drawing waits for what does."""

from __future__ import annotations

import io
import threading
import zipfile

import pytest

from report import raster
from report.data import archive
from report.data.drawn_last import DrawnLast
from state import meetings
from state.database import Store
from tests.full_track import full_track


def test_pictures_come_in_order_and_what_could_not_be_drawn_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(raster, "drawn", lambda svg: None if svg == "b" else svg.encode())
    drawings, troubles, done = DrawnLast(), list[str](), list[int]()
    drawings.begin([("een", "a"), ("twee", "b")], troubles, "map/")
    drawings.begin([], troubles)
    drawings.begin([("het-jaar", "c")], troubles)
    found = list(drawings.files(done.append))
    assert found == [("map/een.png", b"a"), ("het-jaar.png", b"c")] and done == [1, 2, 3]
    assert troubles == ["twee.png kon niet getekend worden."]


def test_all_but_the_pictures_is_there_before_anything_is_drawn(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    track = full_track(store, photos=2)
    may_draw, came = threading.Event(), list[bytes]()

    def drawn(svg: str) -> bytes:
        assert may_draw.wait(60)
        return b"\x89PNG"

    monkeypatch.setattr(raster, "drawn", drawn)
    (meeting, *_more) = meetings.of_track(store, track)
    streams = (archive.stream_track(store, track), archive.stream_meeting(store, meeting.id))
    for stream, last in zip(streams, (b"traject.xlsx", b"bijeenkomst.xlsx"), strict=True):
        may_draw.clear()
        came.clear()
        while last not in b"".join(came[-1:]):
            came.append(next(stream))
        may_draw.set()
        came.extend(stream)
        with zipfile.ZipFile(io.BytesIO(b"".join(came))) as packed:
            names = packed.namelist()
            assert packed.testzip() is None
        pictures = [at for at, name in enumerate(names) if name.endswith(".png")]
        # They are the last ones, but for the text that tells which of them could not be drawn.
        assert pictures == list(range(len(names) - 1 - len(pictures), len(names) - 1))
        assert pictures and names[-1] == archive.README
