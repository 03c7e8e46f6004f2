"""Once the group has begun: the applications that are not in it, to remove for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import streamlit as st

from exercises.kit.rules.days import full_day
from exercises.kit.rules.labels import label_of
from exercises.kit.rules.prose import listed
from pages.desk import candidate_acts as acts
from pages.desk import candidate_case, parts
from pages.desk.candidate_case import Candidates
from state import applications
from state.app import store
from state.application_rows import Application
from state.clock import local, now
from state.language import _, ngettext
from state.models import Track

# The call's page tells applicants three months.
_KEPT = timedelta(days=91)
# Names in one question: a robot may leave hundreds.
_NAMED = 12


def overdue(tracks: Sequence[Track]) -> None:
    """A strip on top of the list of tracks for each whose call promised that they would be gone by
    now."""
    found = [one for track in tracks if applications.of_track(store(), track.id)
             for one in [candidate_case.of_track(store(), track)] if _is_overdue(one)]  # fmt: skip
    if not found:
        return
    with st.container(key="odv-undo-overdue"):
        for one in found:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.text(_("{name}: wis de aanmeldingen die niet in de groep kwamen. Drie maanden"
                          " zijn om.").format(name=one.track.name), width="stretch")  # fmt: skip
                parts.link(label_of(_("Toon wie"), one.track.name), parts.CANDIDATES,
                           {"t": one.track.id}, f"overdue-{one.track.id}")  # fmt: skip


def _is_overdue(found: Candidates) -> bool:
    day = advised(found)
    begun = any(found.is_in(one) for one in found.sent)
    return begun and day is not None and local(now()).date() > day and any(left(found))


def show(found: Candidates) -> None:
    """Nothing before the group has begun, and where nobody is left; else who they are, until when
    they are best kept, and a button that removes them."""
    if not any(found.is_in(one) for one in found.sent):
        return
    others, waiting = left(found)
    if not others and not waiting:
        return
    with st.container(key="odv-card-leftover"):
        st.header(_("Wie niet in de groep is"), anchor=False)
        st.text(_told(others, waiting))
        _advice(found)
        chosen = [*others]
        if waiting and others:
            if st.toggle(_("Ook wie op de wachtlijst staat"), key="odv-leftover-waiting"):
                chosen += waiting
        else:
            chosen += waiting
        parts.remove_button(
            f"leftover-{found.track.id}", question(chosen),
            partial(acts.remove, [one.id for one in chosen]),
            label=_("Wis deze aanmeldingen"), yes=_("Ja, wis ze helemaal"),
        )  # fmt: skip


def left(found: Candidates) -> tuple[list[Application], list[Application]]:
    """The applications that did not become a part of the group: those that can go, and those that
    wait for a place. Who has a yes and comes in later is in neither."""
    outside = [one for one in (*found.sent, *found.drafts, *found.withdrawn)
               if not found.is_in(one)
               and not (one.status == "sent" and one.decision == "yes")]  # fmt: skip
    waiting = [one for one in outside if one.status == "sent" and one.decision == "waiting"]
    return [one for one in outside if one not in waiting], waiting


def advised(found: Candidates) -> date | None:
    """The day by which they are best removed: three months after the last day of the call, or
    after the last application where no day was chosen; None where there is neither."""
    if found.call.deadline:
        return date.fromisoformat(found.call.deadline) + _KEPT
    sent = [one.sent_at for one in found.sent if one.sent_at]
    return local(max(sent)).date() + _KEPT if sent else None


def question(chosen: Sequence[Application]) -> str:
    """What is asked before they go: how many, whom, and that nothing of them stays."""
    return " ".join((
        ngettext("{n} aanmelding gaat helemaal weg:", "{n} aanmeldingen gaan helemaal weg:",
                 len(chosen)).format(n=len(chosen)),
        f"{_names(chosen)}.",
        _("Ook hun telefoonnummers, jullie notities en hun eigen links, en alles in de veilige"
          " kopieën. Dat kan niet terug. De brieven zijn dan best al verstuurd."),
    ))  # fmt: skip


def bare_question(bare: Sequence[Application]) -> str:
    """What is asked before drafts go in which nobody went on."""
    shown = _names(bare[:_NAMED])
    return " ".join((
        ngettext("{n} begonnen aanmelding gaat helemaal weg:",
                 "{n} begonnen aanmeldingen gaan helemaal weg:", len(bare)).format(n=len(bare)),
        f"{shown}." if len(bare) <= _NAMED else _("{names} en andere.").format(names=shown),
        _("Na het eerste blad schreef er niemand verder, en dat is langer dan een dag geleden. Dat"
          " kan niet terug."),
    ))  # fmt: skip


def _told(others: Sequence[Application], waiting: Sequence[Application]) -> str:
    told = []
    if others:
        told.append(ngettext("{n} aanmelding: {names}.", "{n} aanmeldingen: {names}.", len(others))
                    .format(n=len(others), names=_names(others)))  # fmt: skip
    if waiting:
        told.append(_("Op de wachtlijst: {names}.").format(names=_names(waiting)))
    return " ".join(told)


def _advice(found: Candidates) -> None:
    day = advised(found)
    if day is None:
        return
    told = full_day(day.isoformat())
    if local(now()).date() > day:
        st.warning(_(
            "Wis ze nu. Drie maanden waren om op {day}, en wie zich aanmeldde, rekent daarop."
        ).format(day=told))  # fmt: skip
    else:
        st.text(_(
            "Zijn de brieven verstuurd, dan heb je ze niet meer nodig. Wis ze ten laatste op {day}:"
            " wie zich aanmeldde, rekent daarop."
        ).format(day=told))  # fmt: skip


def _names(some: Sequence[Application]) -> str:
    return listed([one.answers.name or _("zonder naam") for one in some])
