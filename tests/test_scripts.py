"""The scripts and styles of browsers: form, types, and what Python sends against those types."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercises import example
from exercises.contract import Json, Phase
from exercises.engine import flow, running, stored
from state import meetings, people, tracks
from state.database import Store
from state.models import Activity, Meeting
from tests.live_pages import console_data, phone_data, screen_data

ROOT = Path(__file__).resolve().parent.parent
WIDEST = 100
_DENO = Path(sys.executable).parent / "deno"
_VENDORED = ROOT / "exercises" / "kit" / "browser" / "vendor"
_HTM_PREACT = "72284e8e9079c87817145df1110f74e8a2aa040b2fc384922e18dfcb46fc1fd7"
_FOLDERS = ("pages", "exercises", "tests/scripts")
# The d of a drawing's path may be longer than a line: wrapped it is no easier to read.
_PATH_DATA = re.compile(r"""["'`][MmLlHhVvCcSsQqTtAaZz0-9 .,-]{40,}["'`]""")


def files(*endings: str) -> Iterator[Path]:
    """Our own files with one of these endings."""
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and _VENDORED not in path.parents:
                yield path


def deno(*words: str) -> None:
    """Run deno; the test fails with what it says."""
    done = subprocess.run(
        [_DENO, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"NO_COLOR": "1"},
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-8000:]


def test_no_line_is_wider_than_a_hundred_characters() -> None:
    wide = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files(".js", ".css", ".ts")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(_PATH_DATA.sub('""', line)) > WIDEST
    ]
    assert not wide, f"wider than {WIDEST} characters; deno fmt wraps no comments: {wide}"


def test_scripts_are_formatted() -> None:
    deno("fmt", "--check")


def test_scripts_have_nothing_that_the_linter_knows_better() -> None:
    deno("lint")


def test_scripts_have_the_types_they_say() -> None:
    scripts = [str(path) for path in files(".js", ".ts") if "tests" not in path.parts]
    deno("check", *scripts)


def test_the_runtime_says_the_type_of_everything() -> None:
    scripts = map(str, sorted((ROOT / "pages" / "browser" / "runtime").glob("*.js")))
    deno("check", "--config", "tests/scripts/strict.json", *scripts)


def test_the_scripts_own_tests() -> None:
    deno("test", "--no-check", "--quiet")


def test_what_is_vendored_is_what_its_readme_says() -> None:
    lines = (_VENDORED / "htm-preact.js").read_bytes().split(b"\n", 2)
    assert hashlib.sha256(lines[2]).hexdigest() == _HTM_PREACT
    assert _HTM_PREACT in (_VENDORED / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """The kick-off of the example track, with two people in it."""
    kick_off = example.kick_off(store, example.make(store))
    meetings.open_doors(store, kick_off.id)
    for person in tracks.people(store, kick_off.track_id)[:2]:
        people.let_in(store, kick_off.id, person.id)
    return meetings.room(store, kick_off.id).meeting


class Sent:
    """Pages as Python sends them, each under the name of the type that they should be."""

    def __init__(self, store: Store, meeting: Meeting) -> None:
        self._store, self._id = store, meeting.id
        self._whose = people.attendees(store, meeting.id)[0].person
        self.pages: dict[str, str] = {}

    def note(self) -> None:
        """Take what every role is sent now."""
        meeting = meetings.room(self._store, self._id).meeting
        self._keep("PhoneData", phone_data(self._store, meeting, self._whose))
        self._keep("ScreenData", screen_data(self._store, meeting))
        self._keep("ConsoleData", console_data(self._store, meeting))

    def _keep(self, kind: str, data: Json) -> None:
        self.pages.setdefault(json.dumps(data), kind)

    def script(self) -> str:
        """A script that says of each page which type it is."""
        address = (ROOT / "pages" / "browser" / "pages.d.ts").as_uri()
        lines = [
            f'import type {{ ConsoleData, PhoneData, ScreenData }} from "{address}"',
            *(
                f"export const page{number}: {kind} = {page}"
                for number, (page, kind) in enumerate(self.pages.items())
            ),
        ]
        return "\n".join(lines)


def test_pages_are_what_the_types_of_scripts_say(
    store: Store, meeting: Meeting, tmp_path: Path
) -> None:
    sent = Sent(store, meeting)
    sent.note()
    for activity in meetings.room(store, meeting.id).agenda:
        running.start(store, activity.id)
        running.set_timer(store, activity.id, {"minutes": 5})
        while True:
            sent.note()
            if not _forward(store, activity):
                break
        running.set_timer(store, activity.id, {"pause": True})
        sent.note()
        meetings.show_face(store, meeting.id, "pause")
        sent.note()
        meetings.show_face(store, meeting.id, "exercise")
        running.close(store, activity.id)
    meetings.close(store, meeting.id)
    sent.note()
    script = tmp_path / "sent.ts"
    script.write_text(sent.script(), encoding="utf-8")
    assert len(sent.pages) > 40
    deno("check", "--config", "deno.json", str(script))


def _forward(store: Store, activity: Activity) -> bool:
    """Move an exercise one stage on; False at its end."""
    now = next(
        one for one in meetings.room(store, activity.meeting_id).agenda if one.id == activity.id
    )
    phase = Phase.from_json(now.phase_json())
    exercise, config = stored.exercise_of(now), stored.config_of(now)
    if flow.neighbour(exercise, config, phase, +1) is None:
        return False
    at = flow.position(phase)
    running.change_phase(
        store, activity.id, lambda ex, conf, before: flow.forward(ex, conf, before, at)
    )
    return True
