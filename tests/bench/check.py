"""Compares what phones were told is saved with what the database file holds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from state.database import FILE_NAME
from tests.bench.answers import Sent
from tests.bench.figures import Json
from tests.bench.prepare import Prepared

_NEAR = 1e-3


def lost(prepared: Prepared, answers: list[Sent]) -> Json:
    """`{"lost": n, "history": rows, "acked": n}`: confirmed answers missing from the history, and
    slots whose stored place is not the one that was confirmed last.
    """
    address = f"{(prepared.folder / FILE_NAME).as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        history = {
            identifier: json.loads(payload)
            for identifier, payload in connection.execute(
                "SELECT client_id, payload FROM contribution_history"
            )
        }
        stored = {
            (author, slot): json.loads(payload)
            for author, slot, payload in connection.execute(
                "SELECT author, slot, payload FROM contribution"
                " WHERE activity_id = ? AND removed_at IS NULL",
                [prepared.activity_id],
            )
        }
    acked = [answer for answer in answers if answer.saved is not None]
    missing = [answer for answer in acked if not _holds(history.get(answer.identifier), answer)]
    # An answer that was sent but never confirmed may be the last one stored.
    last = {(answer.author, answer.slot): answer for answer in answers}
    wrong = [
        answer
        for key, answer in last.items()
        if answer.saved is not None and not _holds(stored.get(key), answer)
    ]
    return {"lost": len(missing) + len(wrong), "history": len(history), "acked": len(acked)}


def _holds(payload: Json | None, answer: Sent) -> bool:
    return payload is not None and abs(payload["at"] - answer.at) < _NEAR
