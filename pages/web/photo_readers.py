"""Who may see a photo that people gave: one question for every address of one, asked each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import Response

from exercises.contract import Context, Homework, Role
from exercises.engine import moment, private, stored
from exercises.engine.homework_of import open_at_home
from exercises.engine.moment import Moment
from pages.web import access
from state import homework, meetings, people, phones
from state.app import store
from state.database import Store
from state.models import Activity

_HEADERS = {
    # It may be taken back, and a browser may be somebody else's an hour later: nothing keeps it.
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}


@dataclass(frozen=True)
class PhotoReader:
    """One of those who a browser may be: what an exercise gives that role, or the person of that
    phone. `checked`: False for a phone of which nobody checked yet that it is that person's."""

    context: Context[Any, Any]
    checked: bool = True

    @property
    def person(self) -> str:
        """The id of the person of a phone that was checked; "" for anybody else."""
        me = self.context.me
        return me.id if me and self.checked else ""

    def is_shown(self, photo: str) -> bool:
        """Whether the exercise shows a photo to this reader now."""
        return photo in self.context.exercise.photos(self.context)

    def may_choose(self, photo: str, note: str) -> bool:
        """Whether this is the phone of somebody to whom the exercise now offers a photo of a note
        that this person may read."""
        known = self.person and any(one.id == note for one in self.context.notebook)
        return bool(known) and _holds(self.context.exercise.phone(self.context).data, photo)


def answer(content: bytes, media: str) -> Response:
    """A photo for who may see it now."""
    return Response(content, media_type=media, headers=_HEADERS)


def nothing(status: int = 404) -> Response:
    """The answer to anybody else, who does not learn whether there is a photo."""
    return Response(status_code=status, headers={"Cache-Control": "no-store"})


def may_see(
    request: Request, db: Database, here: Moment, activity_id: str,
    rule: Callable[[PhotoReader], bool],
) -> bool:  # fmt: skip
    """Whether one of those who a browser is in a meeting may see a photo of an exercise that stands
    on its agenda. `rule` judges each of them; Refused for an exercise that this version lacks."""
    activity = here.room.activity(activity_id)
    if activity is None or activity.is_interlude:
        return False
    return any(map(rule, _readers(request, db, here, activity)))


def moment_of(place: Store, db: Database, activity_id: str) -> Moment:
    """The meeting of an exercise as it is now; Refused when either is gone."""
    return moment.at(place, db, meetings.activity(db, activity_id).meeting_id)


def _holds(data: Any, word: str) -> bool:
    """Whether a word stands anywhere in what a phone is sent."""
    if isinstance(data, dict):
        return any(_holds(one, word) for one in data.values())
    if isinstance(data, list | tuple):
        return any(_holds(one, word) for one in data)
    return bool(data == word)


def _readers(
    request: Request, db: Database, here: Moment, activity: Activity
) -> Iterator[PhotoReader]:
    meeting = here.room.meeting
    roles: list[Role] = []
    if access.is_screen(meeting, request.query_params.get("s", "")):
        roles.append("screen")
    if access.may_steer(store(), request.cookies, meeting.id):
        roles.append("console")
    for role in roles:
        yield PhotoReader(here.context(activity, role))
    token = request.cookies.get(access.device_cookie(meeting), "")
    person = people.person_of_device(db, meeting.id, token) if token else None
    me = here.members.get(person.id) if person else None
    if me is None:
        return
    trust = phones.trust(db, meeting.id, token)
    gate = private.gate(db, trust, activity, me.id)
    if gate is not None:
        yield PhotoReader(
            here.context(activity, "phone", me, gate=gate), checked=trust.since is None
        )
        return
    open_now = any(one.id == activity.id for one, _due in open_at_home(here))
    at_home = open_now and homework.device_link(db, meeting.id, token)
    home = Homework(stored.due(activity)) if at_home else None
    yield PhotoReader(here.context(activity, "phone", me, home))
