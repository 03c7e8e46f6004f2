"""A photo of a notebook that people chose to show in an exercise.

GET /beeld/{activity}/{photo}    phones of the meeting, its screens (?s=key), the facilitator

Whether it may be seen is asked at each request: a photo whose note is shared no more, or that is
chosen no more, is seen by nobody but who may choose it.
"""

from __future__ import annotations

from sqlite_utils import Database
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from exercises.contract import Role
from exercises.engine import moment, stored
from exercises.engine.moment import Moment
from pages.web import access
from state import meetings, notebook, people
from state.app import store
from state.models import Activity, Meeting
from state.notebook import NotePhoto
from state.problems import Refused, StateError

_HEADERS = {
    # It may be taken back: no browser keeps it.
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}


async def show(request: Request) -> Response:
    """GET: the photo for who may see it now; 404 for anybody else."""
    try:
        found = await run_in_threadpool(_visible, request)
    except StateError:
        return Response(status_code=503)
    if found is None:
        return Response(status_code=404)
    return Response(found.content, media_type=found.media, headers=_HEADERS)


def _visible(request: Request) -> NotePhoto | None:
    place = store()
    with place.read() as db:
        found = notebook.photo(db, request.path_params["photo"])
        if found is None:
            return None
        try:
            activity = meetings.activity(db, request.path_params["activity"])
            here = moment.at(place, db, activity.meeting_id)
            activity = here.room.activity(activity.id) or activity
            shows = stored.exercise_of(activity).tells is not None
        except Refused:
            return None
        if not shows or all(one.id != found.visit for one in here.room.visits):
            return None
        return found if _may_see(request, db, here, activity, found) else None


def _may_see(
    request: Request, db: Database, here: Moment, activity: Activity, photo: NotePhoto
) -> bool:
    meeting = here.room.meeting
    role = _role(request, meeting)
    if role is not None:
        return _is_told(here, activity, role, None, photo)
    token = request.cookies.get(access.device_cookie(meeting), "")
    person = people.person_of_device(db, meeting.id, token) if token else None
    if person is None or people.unsettled_since(db, meeting.id, token) is not None:
        return False
    return _may_choose(here, activity, person.id, photo) or _is_told(
        here, activity, "phone", person.id, photo
    )


def _role(request: Request, meeting: Meeting) -> Role | None:
    """What somebody without a phone of the meeting is; None for a phone, or a stranger."""
    if access.is_screen(meeting, request.query_params.get("s", "")):
        return "screen"
    return "console" if access.may_steer(store(), request.cookies, meeting.id) else None


def _is_told(
    here: Moment, activity: Activity, role: Role, person: str | None, photo: NotePhoto
) -> bool:
    """Whether the exercise shows the note of a photo to this role and person now."""
    me = here.members.get(person) if person else None
    if role == "phone" and me is None:
        return False
    return photo.note in here.context(activity, role, me).told_notes


def _may_choose(here: Moment, activity: Activity, person: str, photo: NotePhoto) -> bool:
    """Whether somebody may choose the note of a photo for an exercise that shows notes."""
    me = here.members.get(person)
    if me is None:
        return False
    context = here.context(activity, "phone", me)
    return any(one.id == photo.note for one in context.notebook)
