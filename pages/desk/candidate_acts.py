"""What the organiser does with applications: each stores at once, or says why it can't."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kit.mix.proposing import MixProposal
from pages.desk.candidate_case import Candidates
from pages.desk.fields import attempt
from state import applications, calls, erasing_applications
from state.app import store
from state.application_rows import Decision
from state.applications import NoteKind
from state.language import _, ngettext
from state.problems import Refused


def decide(application_id: str, decision: Decision) -> None:
    """For a choice: yes, maybe, no, waiting list, or nothing yet."""
    attempt(lambda: applications.decide(store(), application_id, decision))


def note(application_id: str, kind: NoteKind, typed: str) -> None:
    """Store a note."""
    applications.note(store(), application_id, kind, typed)


def set_limit(track_id: str, most: int) -> None:
    """How many people may take part."""
    calls.set_most_people(store(), track_id, most)


def consider(proposal: MixProposal) -> None:
    """For a button: set those that are proposed to 'maybe', so that one can look at them."""

    def act() -> None:
        for one in proposal.added:
            applications.decide(store(), one.candidate.id, "maybe")

    attempt(act)


def accept(application_id: str, into: str | None = None) -> None:
    """Make an organisation of an application; in `into` where it is one that is there already."""
    applications.accept(store(), application_id, into)


def accept_now(application_id: str) -> None:
    """For a button: make an organisation of an application."""
    attempt(lambda: accept(application_id))


def begin(found: Candidates) -> None:
    """Make organisations of everybody with a yes; two applications that look alike become one.
    Those that can't be are told, and the others are made all the same."""
    refused = []
    became: dict[str, str] = {}
    for one in found.to_begin:
        into = next((became[other] for other in found.alike.get(one.id, ()) if other in became),
                    None)  # fmt: skip
        try:
            became[one.id] = applications.accept(store(), one.id, into)
        except Refused as refusal:
            refused.append(str(refusal))
    if refused:
        raise Refused(" ".join(dict.fromkeys(refused)))


def admit(application_id: str) -> None:
    """For a button: count a draft as sent."""
    attempt(lambda: applications.admit(store(), application_id))


def remove(application_ids: Sequence[str]) -> None:
    """Remove applications for good."""
    erasing_applications.remove(store(), application_ids)


def begin_question(found: Candidates) -> str:
    """What the organiser is asked before everybody with a yes comes into the track."""
    waiting = found.to_begin
    single = [
        one
        for at, one in enumerate(waiting)
        if not any(other.id in found.alike.get(one.id, ()) for other in waiting[:at])
    ]
    told = ngettext(
        "{n} organisatie komt in het traject.", "{n} organisaties komen in het traject.",
        len(single),
    ).format(n=len(single))  # fmt: skip
    if len(single) < len(waiting):
        told += " " + _("Wie zich twee keer aanmeldde, komt er één keer in, met alle mensen.")
    return told + " " + _("De anderen blijven hier staan.")
