"""The letterbox of all phones: one thread stores what they send, many answers in one transaction.

Each commit waits for the disk. Answers that come in meanwhile lie in the box, and go together in
the next one, so a hall that answers at once waits for a few commits and not for hundreds.

In each transaction every sender has one turn, of a few messages: whoever sends a thousand waits
for the others, and not the others for them.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

from exercises.contract import Json
from pages.live.outcome import Handler, outcome
from state.database import Store
from state.problems import StateError

# Senders in one transaction, and messages of each.
_MOST = 64
_TURN = 6
# Seconds: what takes longer goes on in the next transaction, so that the console gets in between.
_LONGEST = 0.1
# Turns that one sender may have waiting; what comes on top is sent again by the phone itself.
_MOST_WAITING = 40


@dataclass(frozen=True)
class Letter:
    """What one phone sent at once: messages with ids, who carries each out, and who is told.

    `tell` is called with id -> outcome once all is on disk, from the letterbox's own thread; for
    a long letter in parts.
    """

    messages: list[Json]
    receive: Handler
    tell: Callable[[Json], None]


class Letterbox:
    """Takes letters from any thread; those of one sender are carried out in the order they came."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._boxes: dict[Hashable, deque[Letter]] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "odv-letterbox")

    def post(self, sender: Hashable, letter: Letter) -> None:
        """Drop a letter in the box; left aside when this sender has too much waiting already."""
        with self._lock:
            box = self._boxes.setdefault(sender, deque())
            if len(box) < _MOST_WAITING:
                box.extend(_turns(letter))
        self._thread.submit(self._empty)

    def close(self) -> None:
        """Store what lies in the box, and take no more."""
        self._thread.submit(self._empty_all).result()
        self._thread.shutdown(wait=True)

    def _empty_all(self) -> None:
        while self._boxes:
            self._empty()

    def _empty(self) -> None:
        letters = self._next_turns()
        if letters:
            for letter, acks in self._carried_out(letters):
                letter.tell(acks)
            if self._boxes:
                self._go_on()

    def _go_on(self) -> None:
        try:
            self._thread.submit(self._empty)
        except RuntimeError:
            # Closing: the rest is carried out by `close` itself.
            return

    def _next_turns(self) -> list[tuple[Hashable, Letter]]:
        """One letter of each sender; who has more waits behind the others."""
        with self._lock:
            turns = []
            for sender in list(self._boxes)[:_MOST]:
                box = self._boxes.pop(sender)
                turns.append((sender, box.popleft()))
                if box:
                    self._boxes[sender] = box
            return turns

    def _put_back(self, letters: list[tuple[Hashable, Letter]]) -> None:
        with self._lock:
            waiting = {sender: deque([letter]) for sender, letter in letters}
            for sender, box in self._boxes.items():
                waiting.setdefault(sender, deque()).extend(box)
            self._boxes = waiting

    def _carried_out(self, turns: list[tuple[Hashable, Letter]]) -> list[tuple[Letter, Json]]:
        done: list[tuple[Letter, Json]] = []
        began = monotonic()
        try:
            with self._store.write(), self._store.read():
                for at, (_sender, letter) in enumerate(turns):
                    if done and monotonic() - began > _LONGEST:
                        self._put_back(turns[at:])
                        turns = turns[:at]
                        break
                    done.append((letter, self._acks(letter)))
        except StateError as error:
            # Nothing of this transaction is on disk: everybody in it tries again.
            again = {"again": error.problem.text}
            return [
                (letter, {message["id"]: again for message in letter.messages})
                for _sender, letter in turns
            ]
        return done

    def _acks(self, letter: Letter) -> Json:
        def whole(message: Json) -> None:
            # What is refused halfway leaves nothing behind, whatever it had done by then.
            with self._store.write():
                letter.receive(message)

        return {message["id"]: outcome(whole, message) for message in letter.messages}


def _turns(letter: Letter) -> list[Letter]:
    return [
        Letter(letter.messages[at : at + _TURN], letter.receive, letter.tell)
        for at in range(0, len(letter.messages), _TURN)
    ]
