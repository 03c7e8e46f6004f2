"""One open page on the server: role, person, topics, data, and the messages it may send."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping

from sqlite_utils import Database

from exercises.contract import Json
from exercises.engine.moment import Moment
from state.database import Store
from state.listener import Listener
from state.models import Meeting
from state.revisions import TOPICS


class Leave(Exception):
    """The browser may not see this page; it is redirected to `address`."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class Seat(ABC):
    """What one browser may see and do in one meeting.

    All its state comes from the database and the cookies, so any process can make it again.
    `topics`: the stored topics that change its page.
    """

    role: str
    topics: frozenset[str] = frozenset(TOPICS)
    # The person whose phone it is, for the list of who is present; None for other roles.
    person_id: str | None = None
    # Whether it is the phone of a guest.
    guest = False
    # Whether each message gets its own transaction, so that it sees what the one before changed.
    steers = False
    # Whether it is sent only that something changed, without data.
    changes_only = False
    # Processor seconds that `data` took, the last time.
    cost = 0.0

    def __init__(self, store: Store, meeting: Meeting) -> None:
        self.store = store
        self.meeting = meeting

    @property
    def listener(self) -> Listener:
        """The listener by which this page subscribes to the hub."""
        topics = self.topics | self.in_memory().keys()
        return Listener(self.meeting.id, topics, self.person_id, self.role, self.guest)

    @property
    @abstractmethod
    def keep(self) -> str:
        """The storage key under which the browser keeps drafts and unsent messages; "" for none."""

    @property
    def kept_before(self) -> str:
        """As `keep`: under which the same browser kept it until now; "" for none."""
        return ""

    @property
    @abstractmethod
    def sender(self) -> Hashable:
        """The key of this page's queue in the inbox: pages with the same key share one queue."""

    @abstractmethod
    def data(self, db: Database, moment: Moment) -> Json:
        """The data to render now. Raises Leave when the browser may no longer see this page."""

    @abstractmethod
    def receive(self, message: Json) -> Json | None:
        """Execute one message inside a transaction; Refused with a sentence for the sender.

        The result is sent with the acknowledgement, only to the page that sent the message.
        """

    def opened(self) -> None:  # noqa: B027
        """Called when the browser opened the page or came back to it, before it is connected."""

    def in_memory(self) -> dict[str, int]:
        """The revisions of the topics that exist only in the memory of this process."""
        return {}

    def mark(self, numbers: Mapping[str, int]) -> str:
        """A fingerprint of the page's state, made of the revisions of all its topics."""
        return ".".join(str(numbers.get(topic, 0)) for topic in sorted(self.topics))
