"""Pictures in and out: a phone sends one for an exercise, and who is in the meeting sees it.

POST /beeld/{activity}   the file itself as body  -> {"id", "width", "height"}
                         or {"refused": sentence} (422), {"again": sentence} (503)
GET  /beeld/{id}         who sent it in, and who the exercise shows it to: phones of the meeting,
                         its screens (?s=key), the facilitator
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from exercises.engine import running
from pages.web import access, photo, photo_readers
from pages.web.photo_process import processes
from pages.web.photo_readers import PhotoReader
from pages.web.rate_limit import RateLimit
from state import homework, meetings, people, pictures, track_access
from state.app import store
from state.database import Store
from state.language import _
from state.models import FACILITATOR
from state.pictures import StoredPicture
from state.problems import Refused, StateError
from state.track_access import Acting

# At most two photos are made small at once: each takes a processor, and tens of MB.
AT_WORK = ThreadPoolExecutor(2, "odv-photos")
# Photos of one person: each takes a processor for a while, and one that is too heavy much longer.
_sendings = RateLimit(burst=20, rate=0.2)
HEAVY = 12


async def take(request: Request) -> Response:
    """POST: make a photo small and keep it for a running exercise."""
    try:
        author, acts = await run_in_threadpool(_author, request, request.path_params["id"])
        if author != FACILITATOR and not _sendings.take(author):
            raise Refused(_("Je stuurde net veel foto’s. Wacht even en probeer opnieuw."))
        sent = await body_of(request)
        kept = await asyncio.get_running_loop().run_in_executor(
            AT_WORK, _keep, request.path_params["id"], author, acts, sent
        )
    except Refused as refusal:
        if isinstance(refusal, photo.TooHeavy):
            _sendings.spend(author, HEAVY)
        return JSONResponse({"refused": str(refusal)}, 422)
    except StateError as error:
        return JSONResponse({"again": error.problem.text}, 503)
    except ClientDisconnect:
        # The Wi-Fi dropped: the phone sends it again.
        return Response(status_code=400)
    return JSONResponse({"id": kept.id, "width": kept.width, "height": kept.height})


async def show(request: Request) -> Response:
    """GET: a picture for who may see it; 404 for anybody else."""
    try:
        found = await run_in_threadpool(_visible, request, request.path_params["id"])
    except StateError:
        return photo_readers.nothing(503)
    return photo_readers.answer(found.content, found.media) if found else photo_readers.nothing()


async def body_of(request: Request) -> bytes:
    """The file; Refused as soon as it is too large, whatever the browser said of it."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > photo.MOST_SENT:
            raise Refused(photo.too_large())
        parts.append(part)
    return b"".join(parts)


def _author(request: Request, activity_id: str) -> tuple[str, Acting | None]:
    """Who sends: somebody in the meeting, or the facilitator, and as which organiser. Refused for
    anybody else."""
    place = store()
    with place.read() as db:
        activity = meetings.activity(db, activity_id)
        meeting = meetings.read_room(db, activity.meeting_id).meeting
        token = request.cookies.get(access.device_cookie(meeting), "")
        person = people.person_of_device(db, meeting.id, token)
        at_home = bool(homework.device_link(db, meeting.id, token))
        taken = running.takes_answers(db, activity, at_home=at_home)
    if person is not None and not taken:
        raise Refused(_("Deze oefening is gedaan. Wat je eerder koos, is bewaard."))
    if person is not None:
        return person.id, None
    who = access.prepares(place, request.cookies, meeting.id)
    if who is not None:
        return FACILITATOR, who.acting
    raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))


def _keep(activity_id: str, author: str, acts: Acting | None, sent: bytes) -> StoredPicture:
    place: Store = store()
    digest = pictures.digest_of(sent)
    with place.read() as db:
        there = pictures.known(db, activity_id, author, digest)
        if there is not None:
            return there
        pictures.check_room(db, activity_id, author)
    made = processes.small(sent)
    size = (made.width, made.height)
    with track_access.acting(acts):
        return pictures.add(place, activity_id, author, digest, photo.MEDIA, size, made.content)


def _visible(request: Request, picture_id: str) -> StoredPicture | None:
    place = store()
    with place.read() as db:
        found = pictures.read(db, picture_id)
        if found is None:
            return None
        try:
            here = photo_readers.moment_of(place, db, found.activity_id)
            seen = photo_readers.may_see(
                request, db, here, found.activity_id, lambda one: _may_see(one, found)
            )
        except Refused:
            return None
        return found if seen else None


def _may_see(reader: PhotoReader, picture: StoredPicture) -> bool:
    """Whether the exercise shows it, or it was sent in by this very reader."""
    steers = reader.context.role == "console"
    own = picture.by == (FACILITATOR if steers else reader.person or None)
    return own or reader.is_shown(picture.id)
