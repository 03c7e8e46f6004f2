"""What was agreed, on the page of who visits whom: it stays until changes are asked for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exercises.engine.matching_case import MatchingNow, TrackMatching
from exercises.kit.matching.unmet import unmet_sentences
from exercises.kit.rules.prose import isolated
from pages.desk.match_acts import ask_changes, call_off_lost, reopen
from state.language import _, ngettext
from state.models import Track


def remarks(track: Track, whole: TrackMatching, now: MatchingNow, *, asked: bool) -> None:
    """What is not as it should be in what was agreed, and the buttons to mend it; `asked`: the
    organiser asked for changes already."""
    told = unmet_sentences(whole.case, now.agreed)
    lost(track, whole)
    if not told:
        return
    with st.container(key="odv-card-remarks"):
        for sentence in told:
            st.text(sentence)
        if not asked:
            st.button(_("Herstel met zo weinig mogelijk verandering"), key="odv-repair",
                      on_click=ask_changes, args=(track.id,))  # fmt: skip


def lost(track: Track, whole: TrackMatching) -> None:
    """The agreed visits with an organisation that left, and the button to call these off."""
    if not whole.lost:
        return
    with st.container(key="odv-card-lost"):
        for visit in whole.lost:
            gone = [one for one in (visit.visitor, visit.host) if one not in whole.case.by_id]
            st.text(
                _(
                    "{gone} doet niet meer mee. Het bezoek van {visitor} aan {host} is nog niet"
                    " afgezegd."
                ).format(
                    gone=isolated(whole.name(gone[0])),
                    visitor=isolated(whole.name(visit.visitor)),
                    host=isolated(whole.name(visit.host)),
                )
            )
        label = ngettext("Zeg dit bezoek af", "Zeg deze bezoeken af", len(whole.lost))
        st.button(label, key="odv-call-off-lost", on_click=partial(call_off_lost, track.id))


def decided(track: Track, whole: TrackMatching) -> None:
    """Below the rows: how far it is, and the button to open again what nobody was told."""
    silent = [one for one in whole.standing if not one.is_known]
    told = (
        _("Dit is afgesproken. Je groep ziet het pas als je het bekendmaakt.") if silent
        else _("Dit is afgesproken en bekendgemaakt.")
    )  # fmt: skip
    with st.container(key="odv-decide", horizontal=True, vertical_alignment="center"):
        st.text(told, width="stretch")
        if any(one.state == "agreed" for one in silent):
            st.button(_("Toch weer een voorstel"), key="odv-reopen", on_click=reopen,
                      args=(track.id,))  # fmt: skip
