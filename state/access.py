"""Who may do what: the facilitator's passcode and the passes of browsers.

A pass is a random token in an HttpOnly cookie or a link, stored as a hash. Roles:
`facilitator` (everything), `remote` (steer one meeting) and `remote_link` (the link by which
the console invites a remote, good for one use).
"""

from __future__ import annotations

import os
import threading
import time
from collections import defaultdict, deque
from datetime import UTC, datetime, timedelta
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlite_utils import Database

from state import settings
from state.clock import now
from state.database import Store
from state.ids import hash_token, new_token
from state.language import _
from state.problems import Refused

Role = Literal["facilitator", "remote", "remote_link"]
PASSCODE_MINIMUM = 6
PASSCODE_LIMIT = 200
_PASSCODE = "passcode"
_LIFETIMES: dict[Role, timedelta] = {
    "facilitator": timedelta(days=30),
    "remote": timedelta(hours=18),
    "remote_link": timedelta(minutes=15),
}
_hasher = PasswordHasher()


def passcode_is_set(store: Store) -> bool:
    """Whether somebody chose a passcode, or the installation gives one."""
    return _fixed_passcode() is not None or settings.get(store, _PASSCODE) is not None


def set_passcode(store: Store, passcode: str) -> None:
    """Choose the passcode at the first start; Refused when there is one or it is too short."""
    if passcode_is_set(store):
        raise Refused(_("Er is al een toegangscode."))
    if not PASSCODE_MINIMUM <= len(passcode) <= PASSCODE_LIMIT:
        raise Refused(
            _("Kies een toegangscode van minstens {count} tekens.").format(count=PASSCODE_MINIMUM)
        )
    if not settings.put_first(store, _PASSCODE, _hasher.hash(_bytes(passcode))):
        raise Refused(_("Er is al een toegangscode."))


def passcode_fits(store: Store, typed: str) -> bool:
    """Whether a typed passcode is right; slow on purpose, to hinder guessing."""
    fixed = _fixed_passcode()
    stored = _hasher.hash(fixed) if fixed is not None else settings.get(store, _PASSCODE)
    try:
        return _hasher.verify(stored or "", _bytes(typed[:PASSCODE_LIMIT]))
    except (VerifyMismatchError, InvalidHashError):
        return False


def give_pass(store: Store, role: Role, meeting_id: str | None = None) -> str:
    """Make a pass and give its token; only its hash is stored."""
    token = new_token()
    row = {
        "token_hash": hash_token(token), "role": role, "meeting_id": meeting_id,
        "created_at": now(),
        "expires_at": (datetime.now(UTC) + _LIFETIMES[role]).isoformat(timespec="milliseconds"),
    }  # fmt: skip
    with store.write() as db:
        db.conn.execute("DELETE FROM pass WHERE expires_at < ?", [now()])
        db.table("pass").insert(row)
    return token


def holds(db: Database, token: str | None, role: Role, meeting_id: str | None = None) -> bool:
    """Whether a token is a valid pass of this role (and meeting, where the role has one)."""
    if not token:
        return False
    found = db.conn.execute(
        "SELECT 1 FROM pass WHERE token_hash = ? AND role = ? AND meeting_id IS ?"
        " AND expires_at > ?",
        [hash_token(token), role, meeting_id, now()],
    ).fetchone()
    return found is not None


def withdraw(store: Store, token: str) -> None:
    """End a pass, at logging out."""
    with store.write() as db:
        db.conn.execute("DELETE FROM pass WHERE token_hash = ?", [hash_token(token)])


def use_link(store: Store, token: str, meeting_id: str) -> str | None:
    """Exchange the token of a remote's link for a pass, once; None when it was used already."""
    with store.write() as db:
        if not holds(db, token, "remote_link", meeting_id):
            return None
        db.conn.execute("DELETE FROM pass WHERE token_hash = ?", [hash_token(token)])
    return give_pass(store, "remote", meeting_id)


class Attempts:
    """Counts wrong tries by key (an address) within a window, in memory.

    Only wrong tries count, so that a hall behind one address gets in.
    """

    def __init__(self, allowed: int, seconds: float) -> None:
        self._allowed = allowed
        self._seconds = seconds
        self._wrong: dict[str, deque[float]] = defaultdict(deque)
        self._lock = threading.Lock()

    def exhausted(self, key: str) -> bool:
        """Whether this key has to wait."""
        with self._lock:
            tries = self._wrong[key]
            while tries and tries[0] < time.monotonic() - self._seconds:
                tries.popleft()
            if not tries:
                del self._wrong[key]
            return len(tries) >= self._allowed

    def count_wrong(self, key: str) -> None:
        """Note one wrong try."""
        with self._lock:
            self._wrong[key].append(time.monotonic())


def _bytes(passcode: str) -> bytes:
    # Browsers can send a lone surrogate, which plain UTF-8 encoding refuses.
    return passcode.encode("utf-8", "surrogatepass")


def _fixed_passcode() -> str | None:
    return os.environ.get("ODV_PASSCODE") or None
