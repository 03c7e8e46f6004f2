"""The mix beside the list: people against the limit, what there is and what lacks, a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from exercises.kit.mix.case import MixQuestion
from exercises.kit.mix.effect import effect
from exercises.kit.mix.proposing import proposed
from exercises.kit.mix.seen import MixSeen
from exercises.kit.mix.told import (
    answered_sentence,
    effect_sentences,
    lacking_sentence,
    people_sentence,
    places_sentence,
    proposal_sentence,
)
from exercises.kit.rules.prose import isolated, listed
from pages.desk import candidate_acts as acts
from pages.desk import candidate_html, mix_picture
from pages.desk.candidate_case import Candidates
from pages.desk.fields import attempt, folded
from state.language import _, ngettext

_MOST_QUESTIONS = 6


def show(found: Candidates) -> None:
    """The mix of everybody with a yes, with who perhaps comes."""
    mix = found.mix
    maybe = found.case.chosen("maybe")
    with st.container(key="odv-card-mix"):
        with st.container(horizontal=True, vertical_alignment="center", key="odv-row-mix"):
            st.subheader(people_sentence(mix), anchor=False, width="stretch")
            _limit(found)
        with st.container(key="odv-muted-mix"):
            perhaps = sum(one.people for one in maybe)
            st.text(_counted(mix, len(maybe), mix.free - perhaps))
        st.html(mix_picture.seats(mix.people, perhaps, mix.limit))
        st.html(candidate_html.facts(_facts(mix)))
        st.html(candidate_html.areas(mix.shown, found.area_names))
        if sentence := lacking_sentence(mix):
            with st.container(key="odv-lacking"):
                st.text(sentence)
    _questions(found, mix)
    _proposal(found)


def _limit(found: Candidates) -> None:
    key = f"odv-limit-{found.track.id}"

    def changed() -> None:
        attempt(partial(acts.set_limit, found.track.id, int(st.session_state[key])))

    st.number_input(
        _("Hoogstens"), 1, 200, found.call.most_people, key=key, width=140, on_change=changed
    )


def _counted(mix: MixSeen, maybe: int, free: int) -> str:
    count = len(mix.members)
    told = [ngettext("{n} organisatie", "{n} organisaties", count).format(n=count)]
    if maybe:
        told.append(_("{n} misschien").format(n=maybe))
    if free > 0:
        told.append(ngettext("{n} stoel vrij", "{n} stoelen vrij", free).format(n=free))
    return ", ".join(told)


def _facts(mix: MixSeen) -> Sequence[tuple[str, str]]:
    none = _("nog niemand")
    return (
        (_("Streek"), places_sentence(mix.regions) or none),
        (_("Soort"), places_sentence(mix.sectors) or none),
    )


def _questions(found: Candidates, mix: MixSeen) -> None:
    if not mix.members:
        return
    with st.container(key="odv-card-mix-questions"):
        if mix.unanswered:
            st.subheader(_("Vragen waar niemand van hen iets over toont"), anchor=False)
            st.html(candidate_html.facts(_asked(found, mix.unanswered)))
            for sentence in _helping(found):
                st.text(sentence)
        else:
            st.text(_("Over elke leervraag kan iemand iets tonen."))
        if mix.answered and folded(
            "mix-answered", _("Vragen waar er meer dan één iets over toont")
        ):
            told = [
                (one.text, answered_sentence(found.case, one, who))
                for one, who in mix.answered.items()
            ]
            st.html(candidate_html.facts(told))


def _asked(found: Candidates, asked: Sequence[MixQuestion]) -> Sequence[tuple[str, str]]:
    rows = [
        (one.text, _("{name} vraagt het").format(name=isolated(found.named(one.candidate))))
        for one in asked[:_MOST_QUESTIONS]
    ]
    more = len(asked) - _MOST_QUESTIONS
    if more > 0:
        rows.append((ngettext("en nog {n} vraag", "en nog {n} vragen", more).format(n=more), ""))
    return rows


def _helping(found: Candidates) -> Sequence[str]:
    """Who of the others could show something about those questions."""
    ids = [one.id for one in found.mix.members]
    told = []
    for one in found.case.chosen("maybe", "waiting", ""):
        answers = effect(found.case, ids, one.id).answers
        if answers:
            names = listed([found.named(asked.candidate) for asked in answers])
            told.append(_("Met {name} erbij kan iemand iets tonen aan {names}.").format(
                name=isolated(one.name), names=names))  # fmt: skip
    return told[:_MOST_QUESTIONS]


def _proposal(found: Candidates) -> None:
    if not found.case.candidates:
        return
    with st.container(key="odv-card-mix-proposal"):
        if not folded(f"mix-proposal-{found.track.id}", _("Stel een groep voor")):
            with st.container(key="odv-muted-mix-proposal"):
                st.text(_("Een hulp bij het kiezen: jij beslist."))
            return
        proposal = proposed(found.case)
        st.text(proposal_sentence(found.case, proposal))
        for one in proposal.added:
            told = effect_sentences(one, found.case, found.area_names, is_in=True)
            st.html(candidate_html.facts([(one.candidate.name, "\n".join(told))]))
        if proposal.added:
            st.button(
                _("Zet deze op misschien"), key="odv-consider", on_click=acts.consider,
                args=(proposal,),
            )  # fmt: skip
