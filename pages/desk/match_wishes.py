"""Whose wishes are known, and a top 3 that the organiser types for who told it by phone."""

from __future__ import annotations

import streamlit as st

from exercises.engine.matching_case import TrackMatching
from exercises.kit.matching.reasons import choice_words
from exercises.kit.matching.typed_wishes import judged_top
from exercises.kit.rules.prose import isolated, listed
from pages.desk import drawings
from pages.desk.fields import close_fold, folded, is_open, show_trouble
from pages.desk.match_acts import change
from pages.desk.texts import distinct
from state import matching
from state.app import store
from state.language import _, ngettext
from state.models import Organisation, Track

_PLACES = 3
# Of more organisations only those whose wishes are not known are shown at first.
_SHOWN = 8


def show(track: Track, whole: TrackMatching) -> None:
    """In words whose wishes are not known, then a row for each organisation."""
    with st.container(key="odv-card-wishes"):
        st.header(_("Wensen"), anchor=False)
        st.text(_told(whole))
        going = [one for one in whole.organisations if whole.case.by_id[one.id].sends]
        if len(going) > _SHOWN and not folded(f"wishes-{track.id}", _("Toon alle wensen")):
            going = [one for one in going if one in whole.unknown or is_open(f"wish-{one.id}")]
        for one in going:
            _row(track, whole, one)


def _told(whole: TrackMatching) -> str:
    unknown = [one.name for one in whole.unknown]
    if not unknown:
        return _("Van iedereen is bekend waar ze graag heen gaan.")
    if not whole.case.wishers:
        return _("Van niemand is al bekend waar ze heen willen.")
    told = ngettext(
        "Nog niet bekend: waar {names} heen wil.", "Nog niet bekend: waar {names} heen willen.",
        len(unknown),
    ).format(names=listed(unknown))  # fmt: skip
    return _("{told} Wat niet gedeeld is, telt niet mee.").format(told=told)


def _row(track: Track, whole: TrackMatching, one: Organisation) -> None:
    wishes = sorted(
        (wish for wish in whole.case.wishes if wish.visitor == one.id), key=lambda wish: wish.rank
    )
    top = ", ".join(f"{wish.rank}. {isolated(whole.name(wish.host))}" for wish in wishes)
    if one.id in whole.typed:
        top = _("{top} (door jou ingevuld)").format(top=top)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-wish-{one.id}"):
        st.html(drawings.tile(one.tile, 32), width="content")
        with st.container(key=f"odv-text-wish-{one.id}", gap=None):
            st.text(one.name)
            with st.container(key=f"odv-muted-wish-{one.id}", gap=None):
                st.text(top or _("nog niet bekend"))
        is_open = folded(f"wish-{one.id}", _("Vul in"), _("Sluit"), subject=one.name)
    if is_open:
        _form(track, whole, one, [wish.host for wish in wishes])


def _form(track: Track, whole: TrackMatching, one: Organisation, present: list[str]) -> None:
    names = distinct({other.id: other.name for other in whole.organisations})
    keys = [f"odv-wish-{one.id}-{place}" for place in range(_PLACES)]
    with st.form(f"odv-form-wish-{one.id}", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            for place, key in enumerate(keys):
                held = present[place] if place < len(present) else ""
                options = ["", *names]
                st.selectbox(
                    choice_words(place + 1).capitalize(), options,
                    index=options.index(held) if held in options else 0, key=key,
                    format_func=lambda host: names.get(host, _("niemand")), filter_mode=None,
                    width=200,
                )  # fmt: skip
        st.form_submit_button(_("Bewaar"), key=f"odv-submit-wish-{one.id}", on_click=_store,
                              args=(track.id, one.id, keys))  # fmt: skip
        show_trouble(f"wish-{one.id}")


def _store(track_id: str, organisation: str, keys: list[str]) -> None:
    hosts = [str(st.session_state.get(key) or "") for key in keys]

    def act() -> None:
        names, gone = _known(track_id)
        top = judged_top(organisation, hosts, names, gone)
        matching.set_wishes(store(), track_id, organisation, top)

    if change(track_id, act, f"wish-{organisation}"):
        close_fold(f"wish-{organisation}")


def _known(track_id: str) -> tuple[dict[str, str], set[str]]:
    """The names of all organisations by id, and the ids of those that left."""
    with store().read() as db:
        there, left = matching.known(db, track_id)
    names = {one.id: one.name for one in (*there, *left)}
    return names, {one.id for one in left}
