"""The call of a track: a public page on which organisations apply.

A call is off until the organiser opens it. Its link holds a code that can't be guessed; the code
changes only when the organiser asks for it. The deadline is a day in Brussels, and that whole day
still counts.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, cast, get_args

from sqlite_utils import Database

from state import call_form, call_texts, rows
from state.call_form import CallForm
from state.call_texts import TEXT_KEYS, TEXT_LIMIT, TextKey
from state.clock import BRUSSELS, now
from state.database import Store
from state.ids import CODE_LETTERS, new_token
from state.language import _
from state.models import Track
from state.problems import Refused
from state.text_rules import paragraph

CallState = Literal["off", "open", "closed"]
# "late": it is open, and the deadline has passed.
Standing = Literal["off", "open", "closed", "late"]
USUAL_MOST = 16
_CODE_LENGTH = 8
HIGHEST = 200
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True)
class Call:
    """The call of a track. `deadline`: the last day to apply, ISO, or "" for none; `most_people`:
    how many people may take part; `texts`: every text, the default where none was written;
    `own_texts`: those that were. `secret` signs what the public pages send along."""

    track_id: str
    code: str
    state: CallState
    deadline: str
    most_people: int
    form: CallForm
    secret: str
    own_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[TextKey, str]:
        """Every text of the call."""
        return {key: self.own_texts.get(key, usual) for key, usual in call_texts.usual().items()}

    @property
    def closes_at(self) -> datetime | None:
        """The moment from which nothing can be sent any more, None for none: midnight in Brussels
        after the deadline."""
        if not self.deadline:
            return None
        after = date.fromisoformat(self.deadline) + timedelta(days=1)
        return datetime(after.year, after.month, after.day, tzinfo=BRUSSELS)

    def standing(self, moment: datetime | None = None) -> Standing:
        """Whether one can apply at a moment, by default now."""
        end = self.closes_at
        if self.state == "open" and end is not None and (moment or datetime.now(UTC)) >= end:
            return "late"
        return self.state


def of_track(store: Store, track_id: str) -> Call:
    """The call of a track, off and with the default texts where nobody made one yet. Refused when
    the track is gone."""
    with store.read() as db:
        return read_call(db, track_id)


def read_call(db: Database, track_id: str) -> Call:
    """As `of_track`, on a connection that reads more."""
    rows.find(db, Track, "track", track_id)
    found = list(db.query("SELECT * FROM call WHERE track_id = ?", [track_id]))
    if not found:
        return Call(track_id, "", "off", "", USUAL_MOST, call_form.usual(), "")
    return _call(found[0])


def by_code(db: Database, code: str, *, off: bool = False) -> Call | None:
    """The call with this code, as `clean` gives it; None for a wrong one, for one that is off
    (unless `off`), and for that of a track that was removed: nobody can tell these apart."""
    found = list(db.query(
        "SELECT call.* FROM call JOIN track ON track.id = track_id"
        " WHERE code = ? AND (state != 'off' OR ?) AND removed_at IS NULL", [code, off],
    ))  # fmt: skip
    return _call(found[0]) if found else None


def clean(typed: str) -> str:
    """The code in an address as people type it or as it stands in a link with words before it:
    'warm-onthaal-kp4mka7w' -> 'KP4MKA7W'."""
    last = typed[-64:].rstrip(" /.,;:!?)").rsplit("-", 1)[-1]
    return "".join(letter for letter in last.upper() if letter.isalnum())


def set_state(store: Store, track_id: str, state: CallState) -> None:
    """Switch a call off, open or closed. Refused for one to open whose deadline is past."""
    if state not in get_args(CallState):
        raise Refused(_("Kies of de oproep uit, open of dicht is."))
    with store.write() as db:
        call = _made(db, track_id)
        end = call.closes_at
        if state == "open" and call.state != "open" and end and datetime.now(UTC) >= end:
            raise Refused(_("De laatste dag is al voorbij. Kies eerst een latere dag."))
        _set(db, track_id, state=state)


def set_deadline(store: Store, track_id: str, day: str) -> None:
    """Choose the last day to apply, ISO, or "" for none. A day in the past closes an open call at
    once. Refused for what is no day."""
    if day:
        try:
            if not _FIRST_DAY <= date.fromisoformat(day) <= _LAST_DAY:
                raise ValueError(day)
        except ValueError as error:
            raise Refused(_("Kies een dag uit de kalender.")) from error
    with store.write() as db:
        _made(db, track_id)
        _set(db, track_id, deadline=day)


def set_most_people(store: Store, track_id: str, number: int) -> None:
    """How many people may take part, 1 to 200."""
    if not 1 <= number <= HIGHEST:
        raise Refused(_("Kies een getal van 1 tot {most}.").format(most=HIGHEST))
    with store.write() as db:
        _made(db, track_id)
        _set(db, track_id, most_people=number)


def set_text(store: Store, track_id: str, key: TextKey, typed: str) -> None:
    """Write one text of the call; the default text as it stands is no own text. Refused when it is
    too long."""
    if key not in TEXT_KEYS:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    text = paragraph(typed, TEXT_LIMIT, _("De tekst"))
    with store.write() as db:
        own = {**_made(db, track_id).own_texts, key: text}
        if text == call_texts.usual()[key]:
            del own[key]
        _set(db, track_id, texts=json.dumps(own, ensure_ascii=False))


def set_form(store: Store, track_id: str, form: CallForm) -> None:
    """Change what is asked."""
    with store.write() as db:
        _made(db, track_id)
        text = "" if form == call_form.usual() else form.to_text()
        _set(db, track_id, form=text)


def new_code(store: Store, track_id: str) -> str:
    """Give the call another link; the one before works no more. Gives the code."""
    with store.write() as db:
        _made(db, track_id)
        code = free_code(db)
        _set(db, track_id, code=code)
    return code


def copy(store: Store, track_id: str, new_track_id: str) -> None:
    """Give another track the texts and form of this one's call, off and without a deadline."""
    with store.write() as db:
        before = read_call(db, track_id)
        if not before.code:
            return
        _made(db, new_track_id)
        _set(
            db, new_track_id, texts=json.dumps(before.own_texts, ensure_ascii=False),
            form="" if before.form == call_form.usual() else before.form.to_text(),
            most_people=before.most_people,
        )  # fmt: skip


def made(store: Store, track_id: str) -> Call:
    """The call of a track with a code, which it gets now where it had none."""
    with store.write() as db:
        return _made(db, track_id)


def _made(db: Database, track_id: str) -> Call:
    call = read_call(db, track_id)
    if call.code:
        return call
    db.table("call").insert({
        "track_id": track_id, "code": free_code(db), "state": "off", "deadline": "", "texts": "{}",
        "form": "", "most_people": USUAL_MOST, "secret": new_token(), "updated_at": now(),
    })  # fmt: skip
    return read_call(db, track_id)


def _set(db: Database, track_id: str, **values: Any) -> None:
    db.table("call").update(track_id, {**values, "updated_at": now()})


def free_code(db: Database) -> str:
    """A code that no call has."""
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _letter in range(_CODE_LENGTH))
        if not db.conn.execute("SELECT 1 FROM call WHERE code = ?", [code]).fetchone():
            return code


def _call(row: Mapping[str, Any]) -> Call:
    return Call(
        row["track_id"], row["code"], cast(CallState, row["state"]), row["deadline"],
        row["most_people"], call_form.form_of(row["form"]), row["secret"],
        json.loads(row["texts"]),
    )  # fmt: skip
