"""A photo of a notebook that people chose to show in an exercise.

GET /beeld/{activity}/{photo}    phones of the meeting, its screens (?s=key), the facilitator

Whether it may be seen is asked at each request: a photo whose note is shared no more, or that is
chosen no more, is seen by nobody but who may choose it.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.web import photo_readers
from pages.web.photo_readers import PhotoReader
from state import notebook
from state.app import store
from state.notebook import NotePhoto
from state.problems import Refused, StateError


async def show(request: Request) -> Response:
    """GET: the photo for who may see it now; 404 for anybody else."""
    try:
        found = await run_in_threadpool(_visible, request)
    except StateError:
        return photo_readers.nothing(503)
    return photo_readers.answer(found.content, found.media) if found else photo_readers.nothing()


def _visible(request: Request) -> NotePhoto | None:
    place, activity = store(), request.path_params["activity"]
    with place.read() as db:
        photo_id = request.path_params["photo"]
        found = notebook.photo(db, photo_id)
        if found is None:
            return None
        try:
            here = photo_readers.moment_of(place, db, activity)
            if all(one.id != found.visit for one in here.room.visits):
                return None
            seen = photo_readers.may_see(
                request, db, here, activity, lambda one: _may_see(one, photo_id, found)
            )
        except Refused:
            return None
        return found if seen else None


def _may_see(reader: PhotoReader, photo_id: str, photo: NotePhoto) -> bool:
    """Whether the exercise shows the photo and its writer shares it, or offers it to this phone."""
    if photo.note in reader.context.told_notes and reader.is_shown(photo_id):
        return True
    return reader.may_choose(photo_id, photo.note)
