"""Room for those who apply: which drafts give way when a call has very many.

Whoever fills a call with drafts must not keep others out, so the draft that was least gone on with
makes room, and first one of an address that began many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from state import application_rows, calls
from state.application_rows import Application, read_applications
from state.call_form import CallForm
from state.ids import hash_token
from state.language import _
from state.problems import Refused

# Drafts of one call that were not sent.
MOST_DRAFTS = 600
# Texts after the first sheet from which a draft is work that nobody may lose, for a day at least.
_WORK = 3
_FRESH = timedelta(days=1)


def make_room(db: Database, track_id: str, crowded: Collection[str] = ()) -> None:
    """Keep the number of drafts of a call within bounds. `crowded`: the tokens of those that one
    address began, where that were very many. Refused when all are being worked on."""
    drafts = [one for one in read_applications(db, track_id) if one.status == "draft"]
    if len(drafts) < MOST_DRAFTS:
        return
    form = calls.read_call(db, track_id).form
    crowd = _of_tokens(db, crowded)
    before = _a_day_ago()
    spare = [one for one in drafts if one.id in crowd or one.updated_at < before
             or texts_further(form, one.stored) < _WORK]  # fmt: skip
    if not spare:
        raise Refused(_(
            "Er zijn nu heel veel aanmeldingen begonnen. Probeer het morgen opnieuw, of bel ons."
        ))  # fmt: skip
    first = min(spare, key=lambda one: (
        one.id not in crowd, texts_further(form, one.stored), one.updated_at
    ))  # fmt: skip
    application_rows.drop(db, [first.id])


def not_gone_on_with(form: CallForm, drafts: Iterable[Application]) -> list[Application]:
    """The drafts of more than a day old of which nobody filled in a second sheet."""
    before = _a_day_ago()
    return [one for one in drafts if one.status == "draft" and one.updated_at < before
            and not texts_further(form, one.stored)]  # fmt: skip


def texts_further(form: CallForm, stored: Mapping[str, str]) -> int:
    """How many texts were filled in after the first sheet."""
    first = {field.key for field in form.shown[0].fields}
    return sum(
        bool(text) for key, text in stored.items()
        if key not in first and key.rpartition("-")[0] not in first
    )  # fmt: skip


def _of_tokens(db: Database, tokens: Collection[str]) -> frozenset[str]:
    hashes = {hash_token(token) for token in tokens}
    found = db.conn.execute("SELECT token_hash, application_id FROM application_link").fetchall()
    return frozenset(application for hashed, application in found if hashed in hashes)


def _a_day_ago() -> str:
    return (datetime.now(UTC) - _FRESH).isoformat(timespec="milliseconds")
