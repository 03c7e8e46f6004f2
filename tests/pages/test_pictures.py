"""Photos on their way in and out: small, upright, without a trace, and only for who is inside."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

import exercises
from exercises.engine import running
from pages.web import access, photo, photo_process, pictures
from pages.web.photo import small
from pages.web.photo_process import PhotoProcesses
from pages.web.rate_limit import RateLimit
from state import app, meetings, people, tracks
from state import pictures as kept
from state.database import Store
from state.models import Meeting
from state.problems import Refused

_ORIENTATION, _GPS, _MAKER = 0x0112, 0x8825, 0x010F


def jpeg(size: tuple[int, int] = (400, 300), **more: object) -> bytes:
    """A photo: red at the left, blue at the right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    image.save(out, "JPEG", **more)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_what_a_phone_wrote_into_a_photo_is_left_behind() -> None:
    exif = Image.Exif()
    exif[_MAKER] = "Een gsm"
    exif[_GPS] = {1: "N", 2: (51.0, 3.0, 0.0)}
    sent = jpeg(exif=exif, comment=b"thuis")
    assert b"Een gsm" in sent and b"thuis" in sent
    made = small(sent).content
    assert not opened(made).getexif() and b"Een gsm" not in made and b"thuis" not in made


def test_a_photo_taken_upright_is_upright() -> None:
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    made = small(jpeg((400, 300), exif=exif))
    assert (made.width, made.height) == (300, 400)
    red, _green, blue = opened(made.content).convert("RGB").getpixel((150, 20))  # type: ignore[misc]
    assert red > 200 and blue < 60


def test_twelve_megapixels_of_noise_become_small() -> None:
    noise = Image.frombytes("RGB", (504, 378), os.urandom(504 * 378 * 3)).resize((4032, 3024))
    out = io.BytesIO()
    noise.save(out, "JPEG", quality=92)
    made = small(out.getvalue())
    assert len(made.content) <= photo.MOST_BYTES
    assert max(made.width, made.height) <= photo.LONGEST_SIDE
    assert opened(made.content).size == (made.width, made.height)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16"])
def test_every_kind_of_png_becomes_a_photo(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (90, 60)).save(out, "PNG")
    made = small(out.getvalue())
    assert opened(made.content).format == "JPEG" and (made.width, made.height) == (90, 60)


def test_what_is_seen_through_lies_on_paper() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "WEBP")
    assert min(opened(small(out.getvalue()).content).convert("RGB").getpixel((20, 20))) > 240  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sent",
    [b"", b"%PDF-1.7\n" + b"x" * 500, b"<svg/>", b"GIF89a", b"\xff\xd8\xff"],
)
def test_what_is_no_photo_is_refused_kindly(sent: bytes) -> None:
    with pytest.raises(Refused, match=r"^(Dit is geen foto|Deze foto is stuk).*\.$"):
        small(sent)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_half_a_photo_is_refused_kindly(part: float) -> None:
    whole = jpeg((800, 600), quality=95)
    with pytest.raises(Refused, match=r"stuk|geen foto"):
        small(whole[: int(len(whole) * part) - 2])


def test_a_hundred_megapixels_are_refused_before_they_are_unpacked() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0))
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", zlib.compress(bytes(10**6)))
        + chunk(b"IEND", b"")
    )
    huge = bomb.replace(
        head, chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    )
    tracemalloc.start()
    try:
        for sent in (bomb, huge):
            with pytest.raises(Refused, match="te groot om te verwerken"):
                small(sent)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_jpeg_of_a_hundred_megapixels_is_refused_too() -> None:
    sent = bytearray(jpeg())
    at = sent.index(b"\xff\xc0")
    sent[at + 5 : at + 9] = struct.pack(">HH", 10_000, 10_000)
    with pytest.raises(Refused, match="te groot om te verwerken"):
        small(bytes(sent))


def with_scans(number: int) -> bytes:
    """A JPEG of which the last scan, the same each time, comes again that many times."""
    whole = jpeg((640, 480), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * number + whole[-2:]


def test_a_photo_with_the_scans_that_programs_write_is_taken() -> None:
    assert small(with_scans(20)).width == 640


def test_a_photo_of_very_many_scans_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo, "_made_small", None)
    for sent in (with_scans(60), with_scans(60).replace(b"\xff\xda", b"\xff\xff\xff\xda")):
        with pytest.raises(Refused, match="te ingewikkeld"):
            small(sent)


@pytest.mark.parametrize("part", [b"\xff\xfe\x00\x02", b"\xff\xe5\x00\x03x"])
def test_a_photo_of_very_many_parts_is_refused_unread(
    part: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo, "_made_small", None)
    with pytest.raises(Refused, match="te ingewikkeld"):
        small(jpeg()[:2] + part * 20_000 + jpeg()[2:])


def test_a_drawing_of_very_many_packed_parts_is_refused_unread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = io.BytesIO()
    Image.new("RGB", (90, 60)).save(out, "PNG")
    packed = b"iCCPx\0\0" + zlib.compress(bytes(10**6))
    part = struct.pack(">I", len(packed) - 4) + packed + struct.pack(">I", zlib.crc32(packed))
    few, many = (out.getvalue()[:33] + part * times + out.getvalue()[33:] for times in (5, 2000))
    assert small(few).width == 90
    monkeypatch.setattr(photo, "_made_small", None)
    with pytest.raises(photo.TooHeavy):
        small(many)


def test_who_sends_what_is_too_heavy_waits_longer(
    served: Store, client: TestClient, meeting: Meeting, activity: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(pictures, "_sendings", RateLimit(burst=20, rate=0.0001))
    come_in(served, client, meeting)
    for _time in range(2):
        answer = client.post(f"/beeld/{activity}", content=with_scans(60))
        assert "te ingewikkeld" in answer.json()["refused"]
    answer = client.post(f"/beeld/{activity}", content=jpeg())
    assert "veel foto’s" in answer.json()["refused"]


def test_scans_are_counted_of_the_photo_itself_only() -> None:
    """Not in its small copy for previews, nor in the film that a phone puts behind it."""
    exif = Image.Exif()
    exif[_MAKER] = "Een gsm" + "\xff\xda" * 100
    noted = jpeg(comment=b"\xff\xda" * 100, exif=exif) + b"\xff\xda" * 1000
    assert small(noted).width == 400


def test_a_file_that_is_far_too_large_is_refused_unread() -> None:
    with pytest.raises(Refused, match="te groot"):
        small(b"\xff\xd8\xff" + bytes(photo.MOST_SENT))


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the routes use."""
    monkeypatch.setenv("ODV_DATA", str(tmp_path))
    app.store.clear()
    yield app.store()
    app.store.clear()


@pytest.fixture
def client(served: Store) -> TestClient:
    routes = [
        Route("/beeld/{id}", pictures.take, methods=["POST"]),
        Route("/beeld/{id}", pictures.show, methods=["GET"]),
    ]
    return TestClient(Starlette(routes=routes))


@pytest.fixture
def meeting(served: Store) -> Meeting:
    return _meeting(served)


@pytest.fixture
def activity(served: Store, meeting: Meeting) -> str:
    exercise = exercises.EXERCISES[0]
    found = meetings.add_activity(served, meeting.id, exercise.kind, exercise.sample.to_json(), 9)
    running.start(served, found)
    return found


def _meeting(store: Store) -> Meeting:
    track = tracks.add_track(store, "Samen")
    tracks.add_organisation(store, track, "De Brug")
    meeting = meetings.add(store, track, "Kick-off")
    meetings.open_doors(store, meeting)
    return meetings.room(store, meeting).meeting


def come_in(store: Store, client: TestClient, meeting: Meeting, token: str = "een-gsm") -> None:
    organisation = tracks.organisations(store, meeting.track_id)[0].id
    people.join(store, meeting.id, token, organisation, "An", "")
    client.cookies.set(access.device_cookie(meeting), token)


def test_a_phone_sends_a_photo_and_sees_it(
    served: Store, client: TestClient, meeting: Meeting, activity: str
) -> None:
    come_in(served, client, meeting)
    answer = client.post(f"/beeld/{activity}", content=jpeg())
    assert answer.status_code == 200
    shown = client.get(f"/beeld/{answer.json()['id']}")
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.headers["cache-control"] == "private, no-store"
    assert opened(shown.content).size == (400, 300)


def test_a_photo_that_is_sent_again_is_kept_once(
    served: Store, client: TestClient, meeting: Meeting, activity: str
) -> None:
    come_in(served, client, meeting)
    ids = {client.post(f"/beeld/{activity}", content=jpeg()).json()["id"] for _time in range(2)}
    assert len(ids) == 1


def test_nobody_outside_sends_or_sees(
    served: Store, client: TestClient, meeting: Meeting, activity: str
) -> None:
    answer = client.post(f"/beeld/{activity}", content=jpeg())
    assert answer.status_code == 422 and "niet meer binnen" in answer.json()["refused"]
    come_in(served, client, meeting)
    picture = client.post(f"/beeld/{activity}", content=jpeg()).json()["id"]
    client.cookies.clear()
    assert client.get(f"/beeld/{picture}").status_code == 404
    other = _meeting(served)
    come_in(served, client, other, "andere-gsm")
    assert client.get(f"/beeld/{picture}").status_code == 404
    assert client.get(f"/beeld/{picture}?s={access.screen_key(other)}").status_code == 404
    assert client.get(f"/beeld/{picture}?s={access.screen_key(meeting)}").status_code == 404
    assert client.get("/beeld/none").status_code == 404


def test_a_wrong_file_gets_a_sentence(
    served: Store, client: TestClient, meeting: Meeting, activity: str
) -> None:
    come_in(served, client, meeting)
    answer = client.post(f"/beeld/{activity}", content=b"%PDF-1.7 geen foto")
    assert answer.status_code == 422 and "geen foto" in answer.json()["refused"]
    assert client.post("/beeld/unknown", content=jpeg()).status_code == 422


def test_an_exercise_that_is_done_takes_no_photo(
    served: Store, client: TestClient, meeting: Meeting, activity: str
) -> None:
    come_in(served, client, meeting)
    running.close(served, activity)
    answer = client.post(f"/beeld/{activity}", content=jpeg())
    assert answer.status_code == 422 and "gedaan" in answer.json()["refused"]


def test_nobody_fills_the_laptop(
    served: Store, activity: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 2)
    for number in range(2):
        kept.add(served, activity, "An", str(number), photo.MEDIA, (1, 1), b"x")
    kept.add(served, activity, "An", "0", photo.MEDIA, (1, 1), b"x")
    with pytest.raises(Refused, match="al veel foto’s"):
        kept.add(served, activity, "An", "2", photo.MEDIA, (1, 1), b"x")
    kept.add(served, activity, "Bo", "2", photo.MEDIA, (1, 1), b"x")


def test_a_photo_is_made_in_a_process_of_its_own() -> None:
    made = PhotoProcesses()
    try:
        assert made.small(jpeg()) == small(jpeg())
        for sent, told in ((b"geen", "geen foto"), (with_scans(60), "te ingewikkeld")):
            with pytest.raises(Refused, match=told):
                made.small(sent)
        (waiting,) = made._waiting
        assert made.small(jpeg()).width == 400 and made._waiting == [waiting]
    finally:
        made.close()
    assert waiting.poll() is not None


def test_a_photo_that_never_ends_is_refused_and_the_next_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = PhotoProcesses()
    with monkeypatch.context() as hanging:
        endless = [sys.executable, "-c", "import time; time.sleep(600)"]
        hanging.setattr(
            photo_process, "started",
            lambda _module: subprocess.Popen(
                endless, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            ),
        )  # fmt: skip
        hanging.setattr(photo_process, "LONGEST", 0.2)
        with pytest.raises(Refused, match="te ingewikkeld"):
            made.small(jpeg())
    assert not made._waiting
    try:
        assert made.small(jpeg()).width == 400
    finally:
        made.close()


def test_a_process_that_ended_meanwhile_is_replaced() -> None:
    made = PhotoProcesses()
    try:
        made.small(jpeg())
        made._waiting[0].kill()
        made._waiting[0].wait()
        assert made.small(jpeg()).width == 400
    finally:
        made.close()
