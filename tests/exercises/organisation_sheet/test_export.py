"""A photo that hangs on a sheet comes along in the export, and only there where it belongs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from PIL import Image

from exercises import organisation_sheet
from exercises.engine import running
from report.data import archive
from state import meetings, pictures
from state.database import Store

Join = Callable[..., str]


def test_the_photo_of_a_sheet_is_in_the_zip(store: Store, meeting: str, join: Join) -> None:
    exercise = organisation_sheet.EXERCISE
    activity = meetings.add_activity(store, meeting, exercise.kind, exercise.sample.to_json(), 9)
    running.start(store, activity)
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG")
    kept = pictures.add(store, activity, "An", "d", "image/jpeg", (60, 40), out.getvalue())
    person = join("An")
    room = meetings.room(store, meeting)
    running.send(store, room, activity, person, "sheet.picture", {"photo": kept.id}, "c1")
    with zipfile.ZipFile(io.BytesIO(archive.meeting_zip(store, meeting))) as packed:
        (name,) = [one for one in packed.namelist() if one.endswith(".jpg")]
        assert "/fotos/01-" in name and packed.read(name) == out.getvalue()
        (drawn,) = [one for one in packed.namelist() if one.endswith(".svg")]
        assert b"data:image/jpeg;base64," in packed.read(drawn)
