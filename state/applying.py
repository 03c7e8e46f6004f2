"""What somebody does who applies: type, come back by the own link, send, change and withdraw.

There is no account: a link with a random token, of which only a hash is stored, leads back to the
application.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from state import application_answers, application_room, application_rows, calls, rows
from state.application_rows import Application, find, of_token, update
from state.calls import Call
from state.clock import now
from state.database import Store
from state.framework import framework_of
from state.language import _
from state.models import Track
from state.problems import Refused

# How long after the deadline what was being typed is still kept as a draft, never sent.
LATE_KEPT = timedelta(hours=24)


class TooLate(Refused):
    """The call takes nothing any more."""


def begin(
    store: Store, call: Call, token: str, typed: Mapping[str, str], *, opened_at: datetime,
    crowded: Collection[str] = (),
) -> dict[str, str]:  # fmt: skip
    """Make a draft with what was typed on the first sheet, and `token` for its link; a token that
    has one already changes that draft. Gives a sentence for each key whose text was not stored.

    `opened_at`: when the page was opened on which this was typed; `crowded` as in
    `application_room.make_room`. Raises TooLate as `save` does, and Refused for an application
    that was withdrawn, for a token that was ended, and when there are too many drafts already.
    """
    with store.write() as db:
        there = of_token(db, token)
        if there is not None:
            _check_may_change(there)
            return _save(db, there, typed, datetime.now(UTC))
        if application_rows.is_ended(db, token):
            raise Refused(
                _(
                    "De link van deze aanmelding werkt niet meer: er kwam een nieuwe. Open"
                    " de nieuwe link, of bel ons. Wat je typte, staat hier nog."
                )
            )
        _check_time(calls.read_call(db, call.track_id), opened_at, datetime.now(UTC))
        application_room.make_room(db, call.track_id, crowded)
        application_id = application_rows.insert(db, call.track_id)
        application_rows.link(db, application_id, token)
        return _save(db, find(db, application_id), typed, datetime.now(UTC))


def save(store: Store, token: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Store what was typed; other texts stay. Gives a sentence for each key whose text does not
    fit, and was not stored.

    Raises TooLate after the closing: what is a draft is stored for a day more, since somebody was
    still typing, but one that was sent stays as it was sent. Refused for a link that does not work
    and for an application that was withdrawn.
    """
    with store.write() as db:
        found = _of_link(db, token)
        _check_may_change(found)
        return _save(db, found, typed, datetime.now(UTC))


def send(store: Store, token: str) -> None:
    """Send an application; sending what was sent changes nothing. Raises NotComplete, TooLate, or
    Refused for a link that does not work and an application that was withdrawn."""
    late: TooLate | None = None
    with store.write() as db:
        found = _of_link(db, token)
        if found.status == "withdrawn":
            raise Refused(_("Deze aanmelding is ingetrokken."))
        if found.status == "sent":
            return
        call = calls.read_call(db, found.track_id)
        if call.standing() != "open":
            # What is raised within the transaction would take back the note that it was tried.
            update(db, found.id, late_at=found.late_at or now())
            late = TooLate(_("De oproep is afgesloten. Je aanmelding is bewaard maar niet"
                             " verstuurd."))  # fmt: skip
        else:
            application_rows.mark_sent(db, found)
    if late is not None:
        raise late


def withdraw(store: Store, token: str) -> None:
    """Withdraw an application, by its link, at any time; a second time changes nothing."""
    with store.write() as db:
        found = _of_link(db, token)
        if found.status != "withdrawn":
            update(db, found.id, status="withdrawn", withdrawn_at=now())


def _save(
    db: Database, found: Application, typed: Mapping[str, str], moment: datetime
) -> dict[str, str]:  # fmt: skip
    call = calls.read_call(db, found.track_id)
    if call.standing(moment) != "open" and found.status == "sent":
        raise TooLate(_("De oproep is afgesloten. Je aanmelding blijft zoals je ze verstuurde."))
    _check_time(call, None, moment)
    framework = framework_of(rows.find(db, Track, "track", found.track_id).framework)
    clean, refused = application_answers.cleaned(call.form, framework, typed)
    answers = {**found.stored, **clean}
    if found.status == "sent":
        # What was sent stays whole: a name or number that it needs is not taken out.
        for key, sentence in application_rows.gaps(db, found, answers).items():
            if key in clean:
                answers[key] = found.stored.get(key, "")
                refused[key] = sentence
    update(db, found.id, answers=json.dumps(answers, ensure_ascii=False))
    return refused


def _check_time(call: Call, opened_at: datetime | None, moment: datetime) -> None:
    """TooLate for what comes when a call takes nothing more. A day after the deadline still counts
    for a draft, and for a page that was opened in time (`opened_at`)."""
    standing, end = call.standing(moment), call.closes_at
    if standing == "open":
        return
    in_time = opened_at is None or (end is not None and opened_at < end)
    if standing == "late" and end is not None and moment < end + LATE_KEPT and in_time:
        return
    raise TooLate(_("De oproep is afgesloten. Wat je typte, kunnen we niet meer bewaren."))


def _check_may_change(found: Application) -> None:
    if found.status == "withdrawn":
        raise Refused(_("Deze aanmelding is ingetrokken. Ze verandert niet meer."))


def _of_link(db: Database, token: str) -> Application:
    found = of_token(db, token)
    if found is None:
        raise Refused(_("Deze link werkt niet meer."))
    return found
