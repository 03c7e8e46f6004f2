"""What the tests of state, exercises and report share: a real store with a meeting in it."""

from __future__ import annotations

import io
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image
from sqlite_utils import Database

from report import raster
from state import ids, meetings, opening, people, tracks
from state.database import Store

# How long an example takes says something of the machine, nothing of the code. The same code gets
# the same examples, so that a test that passed here passes elsewhere; `--hypothesis-profile=search`
# looks for what these leave out.
settings.register_profile("odv", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("odv")

ORGANISATIONS = ("De Brug", "Café Zonder Bier", "Huis van het Kind")
Join = Callable[..., str]


def _one_pixel() -> bytes:
    out = io.BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    return out.getvalue()


_ONE_PIXEL = _one_pixel()


def _awkward_characters(number: int) -> str:
    """As many random characters as `secrets` gives for `number` bytes, between those that break
    what takes an id for a word: a dash to begin and end with, two underscores in a row."""
    made = secrets.token_urlsafe(number)
    return f"-_{made[5:]}__-"


@pytest.fixture(autouse=True)
def _awkward_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one id in hundreds does wrong is seen in each test."""
    monkeypatch.setattr(ids, "_random_characters", _awkward_characters)


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own installation reaches a test."""
    for name in ("ODV_DATA", "ODV_PASSCODE", "ODV_PROXY", "ODV_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _no_pixels(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports draw all their pictures, but turn them into pixels only in tests marked `pixels`:
    for a track of a year that takes a minute."""
    if request.node.get_closest_marker("pixels") is None:
        monkeypatch.setattr(raster, "drawn", lambda svg: _ONE_PIXEL)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and nothing in them."""
    opened = Store(tmp_path_factory.mktemp("empty"))
    opened.close()
    return opened.path


@pytest.fixture(autouse=True)
def _tables_are_copied(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, empty_database: Path
) -> None:
    """A new database begins as a copy, since making all tables takes three times as long. The tests
    of state, which say how they are made, make them."""
    if (Path(__file__).parent / "state") in request.path.parents:
        return
    open_writer = opening.writer

    def opened(path: Path) -> Database:
        if not path.exists():
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(empty_database, path)
        return open_writer(path)

    monkeypatch.setattr(opening, "writer", opened)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in a folder of its own."""
    opened = Store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def track(store: Store) -> str:
    """The id of a track."""
    return tracks.add_track(store, "Over de vloer in Gent", "gezinnen in armoede")


@pytest.fixture
def organisations(store: Store, track: str) -> tuple[str, ...]:
    """The ids of the three organisations of the track."""
    return tuple(tracks.add_organisation(store, track, name) for name in ORGANISATIONS)


@pytest.fixture
def meeting(store: Store, track: str, organisations: tuple[str, ...]) -> str:
    """The id of a meeting of the track, with its doors open."""
    meeting_id = meetings.add(store, track, "Startbijeenkomst", "2026-11-22", "De Zaal")
    meetings.open_doors(store, meeting_id)
    return meeting_id


@pytest.fixture
def join(store: Store, meeting: str, organisations: tuple[str, ...]) -> Join:
    """Lets somebody in with a phone: join("An") or join("An", organisation=2); gives the id."""

    def let_in(name: str, organisation: int = 0, token: str | None = None) -> str:
        return people.join(store, meeting, token or f"gsm van {name}",
                           organisations[organisation], name)  # fmt: skip

    return let_in
