"""Who may do what: the facilitator's passcode and the passes of browsers.

A pass is a random token in an HttpOnly cookie or a link, stored as a hash. Roles:
`facilitator` (everything), `remote` (steer one meeting) and `remote_link` (the link by which
the console invites a remote, good for one use).
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from datetime import UTC, datetime, timedelta
from functools import lru_cache
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
from state.text_rules import is_visible

Role = Literal["facilitator", "remote", "remote_link"]
PASSCODE_MINIMUM = 6
PASSCODE_LIMIT = 200
_PASSCODE = "passcode"
_LIFETIMES: dict[Role, timedelta] = {
    "facilitator": timedelta(days=30),
    "remote": timedelta(hours=18),
    "remote_link": timedelta(minutes=15),
}
# Addresses whose tries are remembered.
_MOST_KEYS = 4096
# One lane: several would take all processors of the laptop at once.
_hasher = PasswordHasher(parallelism=1)


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
    if not is_visible(passcode):
        raise Refused(_("Kies een toegangscode met letters of cijfers, niet alleen spaties."))
    if not settings.put_first(store, _PASSCODE, _hasher.hash(_bytes(passcode))):
        raise Refused(_("Er is al een toegangscode."))


def passcode_fits(store: Store, typed: str) -> bool:
    """Whether a typed passcode is right; slow on purpose, to hinder guessing."""
    fixed = _fixed_passcode()
    stored = settings.get(store, _PASSCODE) if fixed is None else _hashed(fixed)
    if len(typed) > max(PASSCODE_LIMIT, len(fixed or "")):
        return False
    try:
        return _hasher.verify(stored or "", _bytes(typed))
    except (VerifyMismatchError, InvalidHashError):
        return False


def refused_passcode() -> str:
    """The sentence for an ODV_PASSCODE that nobody can type or everybody guesses, "" for any other.

    Hashes the passcode, so that no visitor waits for that later.
    """
    fixed = _fixed_passcode()
    if fixed is None:
        return ""
    if not is_visible(fixed):
        return _("ODV_PASSCODE bestaat alleen uit spaties. Kies er een met letters of cijfers.")
    _hashed(fixed)
    return ""


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
    """Counts wrong tries by key (an address) within a window of `seconds`, in memory.

    A try that is slow to judge is reserved first (`reserve`), and given back when it was right:
    tries at the same moment can't all be judged before the first counts. Of each key only as many
    are kept as are allowed.
    """

    def __init__(self, allowed: int, seconds: float) -> None:
        self._allowed = allowed
        self._seconds = seconds
        self._wrong: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def exhausted(self, key: str) -> bool:
        """Whether this key has to wait."""
        with self._lock:
            return len(self._recent(key)) >= self._allowed

    def count_wrong(self, key: str) -> bool:
        """Note one wrong try; whether it went beyond what is allowed."""
        with self._lock:
            return not self._note(key)

    def reserve(self, key: str) -> bool:
        """Note a try before it is judged; False, and nothing noted, for a key that has to wait."""
        with self._lock:
            return len(self._recent(key)) < self._allowed and self._note(key)

    def give_back(self, key: str) -> None:
        """Take back the last try of a key: it was right after all."""
        with self._lock:
            tries = self._recent(key)
            if tries:
                tries.pop()

    def _note(self, key: str) -> bool:
        """Whether the try was still allowed. A key that goes on stays beyond its limit."""
        tries = self._recent(key)
        allowed = len(tries) < self._allowed
        tries.append(time.monotonic())
        if not allowed:
            tries.popleft()
        if len(self._wrong) >= _MOST_KEYS:
            self._forget_old()
        self._wrong[key] = tries
        return allowed

    def _recent(self, key: str) -> deque[float]:
        tries = self._wrong.get(key, deque())
        while tries and tries[0] < time.monotonic() - self._seconds:
            tries.popleft()
        if not tries:
            self._wrong.pop(key, None)
        return tries

    def _forget_old(self) -> None:
        """Drop keys without recent tries, and then those that tried first: memory has a limit too,
        whatever addresses somebody comes from."""
        for key in list(self._wrong):
            self._recent(key)
        for key in list(self._wrong)[: max(0, len(self._wrong) - _MOST_KEYS // 2)]:
            del self._wrong[key]


def _bytes(passcode: str) -> bytes:
    # Browsers can send a lone surrogate, which plain UTF-8 encoding refuses.
    return passcode.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=1)
def _hashed(fixed: str) -> str:
    return _hasher.hash(_bytes(fixed))


def _fixed_passcode() -> str | None:
    return os.environ.get("ODV_PASSCODE") or None
