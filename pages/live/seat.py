"""One open page: its role, whose it is, what it follows, its data and what it may ask."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping

from sqlite_utils import Database

from exercises.contract import Json
from exercises.engine.moment import Moment
from state.database import Store
from state.live import Listener
from state.models import Meeting
from state.revisions import TOPICS


class Leave(Exception):
    """This page is not for who asks for it; `address` is where the browser goes instead."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Seat(ABC):
    """What one browser may see and do in one meeting.

    It holds no state that database and cookie don't give back, so that any process can make it
    again. `topics`: what makes its page change, of those that are stored.
    """

    role: str
    topics: frozenset[str] = frozenset(TOPICS)
    # Whose phone it is, for the list of who is here; None for a page of the facilitator.
    person_id: str | None = None
    # Whether its messages are carried out one by one, each seeing what the one before it changed.
    steers = False
    # Whether it is told only that something changed.
    changes_only = False

    def __init__(self, store: Store, meeting: Meeting) -> None:
        self.store = store
        self.meeting = meeting

    @property
    def listener(self) -> Listener:
        """What the hub knows this page by."""
        topics = self.topics | self.in_memory().keys()
        return Listener(self.meeting.id, topics, self.person_id, self.role)

    @property
    @abstractmethod
    def keep(self) -> str:
        """The name under which the browser keeps what was not sent yet."""

    @property
    @abstractmethod
    def sender(self) -> Hashable:
        """Who shares one turn in the inbox."""

    @abstractmethod
    def data(self, db: Database, moment: Moment) -> Json:
        """What this page may know now. Raises Leave when it is not for this browser any more."""

    @abstractmethod
    def receive(self, message: Json) -> Json | None:
        """Carry out one message, inside a transaction; Refused with a sentence when it can't be.

        What it gives travels back with the acknowledgement, to this page alone.
        """

    def in_memory(self) -> dict[str, int]:
        """Numbers of topics that this process keeps in memory only."""
        return {}

    def mark(self, numbers: Mapping[str, int]) -> str:
        """Tells two states of this page apart: the stored numbers of all that it follows."""
        return ".".join(str(numbers.get(topic, 0)) for topic in sorted(self.topics))
