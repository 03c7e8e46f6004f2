"""The remote on the facilitator's phone: /afstand?m=MEETING, by the QR on the console."""

from pages.desk import guard
from pages.live import actions, console, stage
from pages.web import access
from state.app import hub, store
from state.language import _
from state.problems import Refused

cookies = guard.cookies()
meeting = guard.meeting_of()


def receive(message: dict[str, object]) -> None:
    """Carry out a message while this phone may still steer."""
    if not access.may_steer(store(), cookies, meeting.id):
        raise Refused(
            _("Deze afstandsbediening werkt niet meer. Scan de QR op de console opnieuw.")
        )
    actions.receive(store(), meeting.id, message)


if not access.may_steer(store(), cookies, meeting.id):
    guard.leave("/d")
stage.mount(
    "remote",
    lambda: console.data(
        store(),
        meeting,
        hub().present(meeting.id),
        hub().screens(meeting.id),
        hub().in_memory(meeting.id),
    ),
    ("pages/browser/console/console.css", "pages/browser/remote/remote.css"),
    receive,
    "/begeleider",
)
