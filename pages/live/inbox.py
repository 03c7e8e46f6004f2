"""The inbox of all live pages: one thread stores their messages, many in one transaction.

Each commit waits for the disk. Messages that arrive during a commit are stored together in the next
transaction, so a hall of phones that answer at once costs a few commits and not hundreds.

Each transaction takes at most a few messages from each sender, so that a page that sends a thousand
does not delay the others. Each sender also has a budget, in messages and in seconds of work: who
has spent it waits, and loses nothing, while the others go on.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from time import monotonic

from exercises.contract import Json
from pages.live.outcome import Handler, outcome
from pages.web.rate_limit import RateLimit
from state.app import Shared, store
from state.database import Store
from state.problems import StateError

# The most senders in one transaction, and the most messages of each.
_MOST = 64
_TURN = 6
# Seconds. A longer transaction is split, so that actions of a console are not held up.
_LONGEST = 0.1
_SOON = 0.02
# The most batches of one sender in the queue; more are dropped, and the page sends them again.
_MOST_WAITING = 40
# For each sender: messages, and seconds of work. A phone that comes back after an hour without
# Wi-Fi sends a hundred answers; a field that two people write in takes milliseconds for each.
_MESSAGES = (120.0, 12.0)
_WORK = (0.3, 0.03)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Batch:
    """Messages that one page sent together, what executes each, and a callback for the outcomes.

    `tell` is called with id -> outcome after the commit, from the inbox's thread; several times for
    a long batch. `alone`: each message gets its own transaction, so that it sees what the one
    before it changed.
    """

    messages: list[Json]
    receive: Handler
    tell: Callable[[Json], None]
    alone: bool = False


class Inbox:
    """Takes batches from any thread; those of one sender are executed in the order of arrival.

    `clock` gives the seconds by which budgets are spent and earned.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = monotonic) -> None:
        self._store = store
        self._clock = clock
        self._waiting: dict[Hashable, deque[Batch]] = {}
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "odv-inbox")
        self._messages, self._work = RateLimit(*_MESSAGES, clock), RateLimit(*_WORK, clock)
        self._closing = False
        self._timer: threading.Timer | None = None

    def put(self, sender: Hashable, batch: Batch) -> bool:
        """Queue a batch; False when it is dropped, as this sender has too many in the queue."""
        with self._lock:
            waiting = self._waiting.setdefault(sender, deque())
            taken = len(waiting) < _MOST_WAITING
            if taken:
                waiting.extend(_turns(batch))
        self._thread.submit(self._store_next)
        return taken

    def close(self) -> None:
        """Store what is queued, and accept no more."""
        self._closing = True
        self._thread.submit(self._store_all).result()
        if self._timer is not None:
            self._timer.cancel()
        self._thread.shutdown(wait=True)

    def _store_all(self) -> None:
        while self._waiting:
            self._store_next()

    def _store_next(self) -> None:
        turns = self._next_turns()
        if turns:
            for batch, acks in self._carried_out(turns):
                batch.tell(acks)
        if self._waiting:
            self._go_on() if turns else self._go_on_later()

    def _go_on_later(self) -> None:
        """Look again when the first sender that waits has paid its debt."""
        with self._lock:
            wait = min(map(self._debt, self._waiting), default=0.0)
        if self._timer is None or not self._timer.is_alive():
            self._timer = threading.Timer(max(wait, _SOON), self._go_on)
            self._timer.daemon = True
            self._timer.start()

    def _debt(self, sender: Hashable) -> float:
        """Seconds until a sender has a turn again; 0 for who steers the meeting."""
        if self._closing or self._waiting[sender][0].alone:
            return 0.0
        key = str(sender)
        return max(self._messages.wait(key), self._work.wait(key))

    def _go_on(self) -> None:
        try:
            self._thread.submit(self._store_next)
        except RuntimeError:
            # The inbox is closing; `close` stores what is left in the queue.
            return

    def _next_turns(self) -> list[tuple[Hashable, Batch]]:
        """The next batch of each sender; a sender with more goes to the end of the queue."""
        with self._lock:
            turns = []
            ready = [sender for sender in self._waiting if not self._debt(sender)]
            for sender in ready[:_MOST]:
                waiting = self._waiting.pop(sender)
                turns.append((sender, waiting.popleft()))
                if waiting:
                    self._waiting[sender] = waiting
            return turns

    def _put_back(self, turns: list[tuple[Hashable, Batch]]) -> None:
        with self._lock:
            first = {sender: deque([batch]) for sender, batch in turns}
            for sender, waiting in self._waiting.items():
                first.setdefault(sender, deque()).extend(waiting)
            self._waiting = first

    def _carried_out(self, turns: list[tuple[Hashable, Batch]]) -> list[tuple[Batch, Json]]:
        done = [(batch, self._one_by_one(batch)) for _sender, batch in turns if batch.alone]
        together = [turn for turn in turns if not turn[1].alone]
        return [*done, *self._in_one_transaction(together)]

    def _one_by_one(self, batch: Batch) -> Json:
        return {message["id"]: self._outcome(batch, message) for message in batch.messages}

    def _in_one_transaction(self, turns: list[tuple[Hashable, Batch]]) -> list[tuple[Batch, Json]]:
        if not turns:
            return []
        done: list[tuple[Batch, Json]] = []
        began = self._clock()
        try:
            with self._store.write(), self._store.read():
                for at, (sender, batch) in enumerate(turns):
                    if done and self._clock() - began > _LONGEST:
                        self._put_back(turns[at:])
                        turns = turns[:at]
                        break
                    acks, rest = self._as_far_as_time(sender, batch, began + _LONGEST)
                    done.append((batch, acks))
                    if rest:
                        left = replace(batch, messages=rest)
                        self._put_back([(sender, left), *turns[at + 1 :]])
                        begun = replace(batch, messages=batch.messages[: -len(rest)])
                        turns = [*turns[:at], (sender, begun)]
                        break
        except StateError as error:
            # The transaction was rolled back, so every page in it is told to send again.
            again = {"again": error.problem.text}
            return [
                (batch, {message["id"]: again for message in batch.messages})
                for _sender, batch in turns
            ]
        except Exception:
            # One message spoiled the whole; by itself it spoils only itself.
            _log.exception("messages could not be stored together")
            return [(batch, self._apart(sender, batch)) for sender, batch in turns]
        return done

    def _as_far_as_time(
        self, sender: Hashable, batch: Batch, until: float
    ) -> tuple[Json, list[Json]]:
        """The outcomes of the messages for which there is time, at least one, and what is left."""
        began, acks, done = self._clock(), {}, 0
        try:
            while done < len(batch.messages) and (not done or self._clock() < until):
                message = batch.messages[done]
                done += 1
                acks[message["id"]] = self._outcome(batch, message)
        finally:
            self._messages.spend(str(sender), done)
            self._work.spend(str(sender), self._clock() - began)
        return acks, batch.messages[done:]

    def _apart(self, sender: Hashable, batch: Batch) -> Json:
        """Each message in a transaction of its own."""
        began = self._clock()
        acks = self._one_by_one(batch)
        self._work.spend(str(sender), self._clock() - began)
        return acks

    def _outcome(self, batch: Batch, message: Json) -> Json:
        def whole(message: Json) -> Json | None:
            # A nested transaction, so that a message refused halfway leaves none of its writes
            # behind.
            with self._store.write():
                return batch.receive(message)

        return outcome(whole, message)


def _turns(batch: Batch) -> list[Batch]:
    return [
        replace(batch, messages=batch.messages[at : at + _TURN])
        for at in range(0, len(batch.messages), _TURN)
    ]


inbox = Shared(lambda: Inbox(store()))
