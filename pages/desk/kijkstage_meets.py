"""Who has not been anywhere yet, and which organisations never met; in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from exercises.kit.rules.prose import listed
from pages.desk.kijkstage_known import KnownOffers
from state.language import _, ngettext
from state.models import TrackVisit


def show(here: KnownOffers) -> None:
    """Both, as sentences."""
    with st.container(key="odv-card-offer-meets"):
        st.header(_("Wie nog nergens was"), anchor=False)
        for line in nowhere(here) or [_("Iedereen ging al ergens kijken, of gaat.")]:
            st.text(line)
    with st.container(key="odv-card-offer-pairs"):
        st.header(_("Wie elkaar nog niet zag"), anchor=False)
        for line in unmet(here) or [_("Iedereen zag elkaar al eens, of gaat.")]:
            st.text(line)


def nowhere(here: KnownOffers) -> list[str]:
    """For each organisation its people who go and went on no visit at all."""
    been = {person for one in standing(here.visits) for person in one.people}
    lines = []
    for party in here.present:
        home = [
            one.name for one in here.people.values()
            if one.organisation_id == party.id and one.erased_at is None and one.id not in been
        ]  # fmt: skip
        if home:
            lines.append(f"{party.name}: {listed(home)}")
    return lines


def unmet(here: KnownOffers) -> list[str]:
    """The pairs of organisations of which neither visits or visited the other, each pair once."""
    met = {frozenset((one.host, one.visitor)) for one in standing(here.visits)}
    if len(here.present) > 1 and not met:
        return [_("Nog niemand zag iemand anders.")]
    lines = []
    for at, one in enumerate(here.present):
        others = [
            other.name for other in here.present[at + 1 :]
            if frozenset((one.id, other.id)) not in met
        ]  # fmt: skip
        if others:
            told = ngettext("{name} en {others}", "{name} met {others}", len(others))
            lines.append(told.format(name=one.name, others=listed(others)))
    return lines


def standing(found: Sequence[TrackVisit]) -> Iterable[TrackVisit]:
    """The visits that were agreed and not called off, of any kind."""
    return (one for one in found if one.stands)
