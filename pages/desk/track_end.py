"""Tracks that may go for good: those past the day until which they are kept, and those that were
removed from the list."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.kit.rules.days import day_of_year
from exercises.kit.rules.labels import label_of
from pages.desk import parts
from pages.desk.fields import folded
from pages.desk.texts import joined
from state import consent, erasing_tracks, track_access
from state.app import store
from state.language import _, ngettext
from state.models import Track


def past(found: tuple[Track, ...]) -> None:
    """A strip on top of the list for each track whose last day is over."""
    over = consent.past(found)
    if not over:
        return
    with st.container(key="odv-undo-past"):
        for track in over:
            text = _("{name} mocht bewaard worden tot en met {day}.")
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.text(
                    text.format(name=track.name, day=day_of_year(track.keep_until)),
                    width="stretch",
                )
                parts.link(
                    label_of(_("Kies een latere dag"), track.name), parts.TRACK, {"t": track.id},
                    f"later-{track.id}",
                )  # fmt: skip
                if _is_owner(track):
                    _button(track)


def removed() -> None:
    """A closed part at the end of the page: tracks that were removed and are still stored."""
    with store().read() as db:
        found = erasing_tracks.removed_tracks(db)
    if not found:
        return
    with st.container(key="odv-plain-removed"):
        st.header(_("Verwijderde trajecten"), anchor=False)
        st.markdown(_("Wat je verwijdert, blijft bewaard om het terug te kunnen zetten."))
        if folded("removed-tracks", _("Toon wat verwijderd is")):
            for track in found:
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    st.text(track.name, width="stretch")
                    _button(track)


def _button(track: Track) -> None:
    if st.button(label_of(_("Verwijder voorgoed"), track.name), key=f"odv-end-{track.id}"):
        parts.confirm(
            _question(track), _("Ja, verwijder voorgoed"), f"end-{track.id}",
            partial(erasing_tracks.erase, store(), track.id),
        )  # fmt: skip


def _is_owner(track: Track) -> bool:
    with store().read() as db:
        return track_access.is_owner(db, track_access.current(), track.id)


def _question(track: Track) -> str:
    with store().read() as db:
        counts = erasing_tracks.counts_of_track(db, track.id)
    goes = joined(
        _some(ngettext("{n} organisatie", "{n} organisaties", counts.organisations),
              counts.organisations),
        _some(ngettext("{n} deelnemer", "{n} deelnemers", counts.people), counts.people),
        _some(ngettext("{n} bijeenkomst", "{n} bijeenkomsten", counts.meetings), counts.meetings),
        _some(ngettext("{n} antwoord", "{n} antwoorden", counts.answers), counts.answers),
        _some(ngettext("{n} foto", "{n} foto’s", counts.photos), counts.photos),
    )  # fmt: skip
    return _(
        "{name} voorgoed verwijderen? Dit gaat weg, ook uit de veilige kopieën: {goes}. Terugzetten"
        " kan dan niet meer. Wat al gedownload is, blijft."
    ).format(name=track.name, goes=goes or _("een leeg traject"))


def _some(text: str, n: int) -> str:
    return text.format(n=n) if n else ""
