"""Who may do what: the facilitator's passcode and the passes of browsers.

A pass is a random token in an HttpOnly cookie or a link, stored as a hash. Roles:
`facilitator` (everything, or with several organisers the tracks of the one whose pass it is),
`remote` (steer one meeting), `remote_link` (the link by which the console invites a remote, good
for one use) and `own_passcode` (choose an own passcode in the place of the given one).
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from dataclasses import dataclass
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
from state.revisions import raise_access
from state.text_rules import is_visible
from state.track_access import Acting, may_open, of_meeting

Role = Literal["facilitator", "remote", "remote_link", "own_passcode"]
PASSCODE_MINIMUM = 6
PASSCODE_LIMIT = 200
# The key of the setting that holds the one passcode for everybody.
PASSCODE = "passcode"
_LIFETIMES: dict[Role, timedelta] = {
    "facilitator": timedelta(days=30),
    "remote": timedelta(hours=18),
    "remote_link": timedelta(minutes=15),
    "own_passcode": timedelta(minutes=15),
}
# Addresses whose tries are remembered.
_MOST_KEYS = 4096
# One lane: several would take all processors of the laptop at once.
_hasher = PasswordHasher(parallelism=1)


def passcode_is_set(store: Store) -> bool:
    """Whether somebody chose a passcode, or the installation gives one."""
    return _fixed_passcode() is not None or settings.get(store, PASSCODE) is not None


def set_passcode(store: Store, passcode: str) -> None:
    """Choose the passcode at the first start; Refused when there is one or it is too short."""
    if passcode_is_set(store):
        raise Refused(_("Er is al een toegangscode."))
    if not settings.put_first(store, PASSCODE, hashed(passcode)):
        raise Refused(_("Er is al een toegangscode."))


def hashed(passcode: str) -> str:
    """A chosen passcode as it is stored; slow on purpose. Refused for one that is too short, too
    long or invisible."""
    if not PASSCODE_MINIMUM <= len(passcode) <= PASSCODE_LIMIT:
        raise Refused(
            _("Kies een toegangscode van minstens {count} tekens.").format(count=PASSCODE_MINIMUM)
        )
    if not is_visible(passcode):
        raise Refused(_("Kies een toegangscode met letters of cijfers, niet alleen spaties."))
    return _hasher.hash(_bytes(passcode))


def fits(stored: str, typed: str) -> bool:
    """Whether a typed passcode is the one of a stored hash; "" for nobody takes as long."""
    if len(typed) > PASSCODE_LIMIT:
        return False
    try:
        return _hasher.verify(stored or _nobodys(), _bytes(typed)) and bool(stored)
    except (VerifyMismatchError, InvalidHashError):
        return False


def passcode_fits(store: Store, typed: str) -> bool:
    """Whether a typed passcode is right; slow on purpose, to hinder guessing."""
    fixed = _fixed_passcode()
    stored = settings.get(store, PASSCODE) if fixed is None else _hashed(fixed)
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


@dataclass(frozen=True)
class SignedIn:
    """Who holds a facilitator's pass: an organiser, or with one passcode for all nobody in
    particular ("")."""

    organiser_id: str = ""
    name: str = ""
    administrator: bool = True

    @property
    def acting(self) -> Acting | None:
        """On whose behalf their browser reads and writes."""
        return Acting(self.organiser_id, self.administrator) if self.organiser_id else None


def has_organisers(db: Database) -> bool:
    """Whether there are organisers, instead of one passcode for everybody."""
    found = db.conn.execute("SELECT 1 FROM organiser WHERE removed_at IS NULL LIMIT 1").fetchone()
    return found is not None


def signed_in(db: Database, token: str | None) -> SignedIn | None:
    """Whose facilitator's pass a token is; None for nobody's."""
    return holder(db, token, "facilitator", None)


def give_pass(
    store: Store, role: Role, meeting_id: str | None = None, organiser_id: str = ""
) -> str:
    """Make a pass, of an organiser where there are several, and give its token; only its hash is
    stored."""
    token = new_token()
    row = {
        "token_hash": hash_token(token), "role": role, "meeting_id": meeting_id,
        "created_at": now(), "organiser_id": organiser_id,
        "expires_at": (datetime.now(UTC) + _LIFETIMES[role]).isoformat(timespec="milliseconds"),
    }  # fmt: skip
    with store.write() as db:
        db.conn.execute("DELETE FROM pass WHERE expires_at < ?", [now()])
        db.table("pass").insert(row)
    return token


def holds(db: Database, token: str | None, role: Role, meeting_id: str | None = None) -> bool:
    """Whether a token is a valid pass of this role (and meeting, where the role has one)."""
    return holder(db, token, role, meeting_id) is not None


def holder(db: Database, token: str | None, role: Role, meeting_id: str | None) -> SignedIn | None:
    """Who holds a pass that is valid now: with several organisers only theirs are, and one for a
    meeting only while its track is theirs."""
    if not token:
        return None
    found = db.conn.execute(
        "SELECT organiser_id, name, administrator, organiser.id IS NOT NULL, EXISTS (SELECT 1 FROM"
        " organiser AS some WHERE some.removed_at IS NULL) FROM pass LEFT JOIN organiser ON"
        " organiser.id = organiser_id AND organiser.removed_at IS NULL AND approved"
        " WHERE token_hash = ? AND role = ? AND meeting_id IS ? AND expires_at > ?",
        [hash_token(token), role, meeting_id, now()],
    ).fetchone()
    if found is None:
        return None
    organiser_id, name, administrator, stands, several = found
    if not organiser_id:
        return None if several else SignedIn()
    if not stands:
        return None
    who = SignedIn(organiser_id, name, bool(administrator))
    if meeting_id is not None:
        track_id = of_meeting(db, meeting_id)
        if track_id is None or not may_open(db, who.acting, track_id):
            return None
    return who


def withdraw(store: Store, token: str) -> None:
    """End a pass, at logging out."""
    with store.write() as db:
        db.conn.execute("DELETE FROM pass WHERE token_hash = ?", [hash_token(token)])
        raise_access(db)


def use_link(store: Store, token: str, meeting_id: str) -> str | None:
    """Exchange the token of a remote's link for a pass, once; None when it was used already."""
    with store.write() as db:
        whose = holder(db, token, "remote_link", meeting_id)
        if whose is None:
            return None
        db.conn.execute("DELETE FROM pass WHERE token_hash = ?", [hash_token(token)])
    return give_pass(store, "remote", meeting_id, whose.organiser_id)


def hand_over(db: Database, token: str, organiser_id: str) -> None:
    """Make a browser's pass that of an organiser ("" for nobody in particular), and end all
    others."""
    db.conn.execute("DELETE FROM pass WHERE token_hash != ?", [hash_token(token)])
    db.conn.execute("UPDATE pass SET organiser_id = ?", [organiser_id])


def end_of_organiser(db: Database, organiser_id: str, keep: str = "") -> None:
    """End all passes of an organiser but that of the token `keep`."""
    db.conn.execute(
        "DELETE FROM pass WHERE organiser_id = ? AND token_hash != ?",
        [organiser_id, hash_token(keep)],
    )


def end_remotes(db: Database, organiser_id: str, track_id: str) -> None:
    """End the remotes that an organiser lent for meetings of a track."""
    db.conn.execute(
        "DELETE FROM pass WHERE organiser_id = ? AND meeting_id IN (SELECT id FROM meeting WHERE"
        " track_id = ?)",
        [organiser_id, track_id],
    )


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
def _nobodys() -> str:
    """The hash of a passcode that nobody knows."""
    return _hasher.hash(new_token())


@lru_cache(maxsize=1)
def _hashed(fixed: str) -> str:
    return _hasher.hash(_bytes(fixed))


def _fixed_passcode() -> str | None:
    return os.environ.get("ODV_PASSCODE") or None
