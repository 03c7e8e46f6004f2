"""The letterbox of all phones: one thread stores what they send, many answers in one transaction.

Each commit waits for the disk. Answers that come in meanwhile lie in the box, and go together in
the next one, so a hall that answers at once waits for a few commits and not for hundreds.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from exercises.contract import Json
from pages.live.outcome import Handler, outcome
from state.database import Store
from state.problems import StateError

# A transaction this long still takes less than a tenth of a second.
_MOST = 64


@dataclass(frozen=True)
class Letter:
    """What one phone sent at once: messages with ids, who carries each out, and who is told.

    `tell` is called with id -> outcome once all is on disk, from the letterbox's own thread.
    """

    messages: list[Json]
    receive: Handler
    tell: Callable[[Json], None]


class Letterbox:
    """Takes letters from any thread; they are carried out in the order they came."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._letters: deque[Letter] = deque()
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "odv-letterbox")

    def post(self, letter: Letter) -> None:
        """Drop a letter in the box."""
        self._letters.append(letter)
        self._thread.submit(self._empty)

    def close(self) -> None:
        """Store what lies in the box, and take no more."""
        self._thread.shutdown(wait=True)

    def _empty(self) -> None:
        letters = [self._letters.popleft() for _ in range(min(_MOST, len(self._letters)))]
        if not letters:
            return
        for letter, acks in zip(letters, self._carried_out(letters), strict=True):
            letter.tell(acks)

    def _carried_out(self, letters: list[Letter]) -> list[Json]:
        try:
            with self._store.write(), self._store.read():
                return [self._acks(letter) for letter in letters]
        except StateError as error:
            # Nothing of this transaction is on disk: everybody tries again.
            again = {"again": error.problem.text}
            return [{message["id"]: again for message in letter.messages} for letter in letters]

    def _acks(self, letter: Letter) -> Json:
        def whole(message: Json) -> None:
            # What is refused halfway leaves nothing behind, whatever it had done by then.
            with self._store.write():
                letter.receive(message)

        return {message["id"]: outcome(whole, message) for message in letter.messages}
