"""A console without a browser, for tests."""

from __future__ import annotations

import json

from exercises.contract import Json
from pages.live import actions
from state import meetings
from state.database import Store
from tests.live_pages import console_data


class Desk:
    """A console without a browser."""

    def __init__(self, store: Store, meeting: str) -> None:
        self.store, self.meeting, self.sent = store, meeting, 0

    def page(self) -> Json:
        found = meetings.room(self.store, self.meeting).meeting
        page = console_data(self.store, found)
        json.dumps(page)
        return page

    def act(self, name: str, /, **payload: object) -> None:
        self.sent += 1
        message = {"name": name, "id": f"m{self.sent}", "payload": payload}
        actions.receive(self.store, self.meeting, message)


def act(store: Store, meeting: str, name: str, /, **payload: object) -> None:
    actions.receive(store, meeting, {"name": name, "id": "act", "payload": payload})
