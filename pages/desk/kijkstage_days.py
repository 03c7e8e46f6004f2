"""One day of an offer on the desk: who comes, who waits, and what may be done about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from exercises.kit.editor.editing import remembered
from exercises.kit.rules.days import weekday_text
from exercises.kit.rules.labels import label_of, plain
from pages.desk import kijkstage_adding, parts
from pages.desk.fields import attempt, field_trouble, saved, show_trouble, text_field
from pages.desk.kijkstage_known import KnownOffers
from pages.desk.visit_days import clock
from pages.own import kijkstage_words as words
from state import offering, offers, taking
from state.app import store
from state.language import _
from state.offers import OfferDay, VisitOffer, VisitPlace
from state.settling import DayState


def show(offer: VisitOffer, day: OfferDay, here: KnownOffers, *, is_open: bool) -> None:
    """A day with the people in words, and buttons to give a place and to free one."""
    state = here.states.get(day.id)
    with st.container(key=f"odv-offer-day-{day.id}", gap="small"):
        ahead = state is not None and day.date > here.today
        room = f"({plain(words.room(state))})" if state and ahead else ""
        st.markdown(f"**{plain(words.when(day))}** {room}")
        for one in here.places:
            if one.day == day.id and one.state in ("taken", "waiting"):
                _person(one, day, state, here)
        if state is not None and ahead and is_open:
            _give(offer, day, state, here)
            _form(offer, day, here)
        show_trouble(_trouble(day))


def more(offer: VisitOffer, here: KnownOffers) -> None:
    """Fields for one more day of an offer."""
    key = f"odv-offer-more-{offer.id}"
    kijkstage_adding.day_fields(key, here.today)
    st.button(_("Voeg een dag toe"), key=f"{key}-add", on_click=_add, args=(offer, here, key))
    show_trouble(key)


def _add(offer: VisitOffer, here: KnownOffers, key: str) -> None:
    def act() -> None:
        day = kijkstage_adding.typed_day(key)
        with store().read() as db:
            stored = offers.find_offer(db, offer.id)
        offering.change(store(), offer.id, stored.words, [day], today=here.today)

    if attempt(act, key):
        kijkstage_adding.empty_day(key)


def _person(one: VisitPlace, day: OfferDay, state: DayState | None, here: KnownOffers) -> None:
    name = here.person(one.person)
    told = name if one.state == "taken" else _("{name} (wacht)").format(name=name)
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-place-{one.id}"):
        with st.container(key=f"odv-text-place-{one.id}", gap=None):
            st.text(told)
            with st.container(key=f"odv-muted-place-{one.id}", gap=None):
                for text in _said(one):
                    st.text(text)
        if state is not None:
            label = _("Maak vrij") if one.state == "taken" else _("Haal van de lijst")
            st.button(label_of(label, name), key=f"odv-free-{one.id}", on_click=_free,
                      args=(one, day, here))  # fmt: skip


def _said(one: VisitPlace) -> list[str]:
    """What this person wrote before, and afterwards as far as it was shared."""
    after = one.words
    told = [one.why, one.brings and _("Brengt mee: {what}").format(what=one.brings)]
    if after.shared:
        told += [after.unexpected, after.tells, after.calls]
    told += [
        after.for_host and _("Voor de gastheer: {text}").format(text=after.for_host),
        after.for_home and _("Voor thuis: {text}").format(text=after.for_home),
    ]
    return [text for text in told if text]


def _give(offer: VisitOffer, day: OfferDay, state: DayState, here: KnownOffers) -> None:
    if not state.free:
        return
    taken = {one.person for one in state.standing if one.state == "taken"}
    there = {
        one.id: here.person(one.id) for one in here.people.values()
        if one.organisation_id != offer.host and one.id not in taken and one.erased_at is None
    }  # fmt: skip
    key = f"odv-give-{day.id}"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            _("Geef een plaats aan"), list(there), index=None, key=key, width=320,
            format_func=lambda one: plain(there[one]), placeholder=_("Kies iemand"),
        )  # fmt: skip
        st.button(label_of(_("Geef"), words.when(day)), key=f"{key}-go", on_click=_given,
                  args=(day, key, here))  # fmt: skip


def _given(day: OfferDay, key: str, here: KnownOffers) -> None:
    person = st.session_state.get(key)
    if person and attempt(
        lambda: taking.give(store(), person, day.id, today=here.today), _trouble(day)
    ):
        st.session_state[key] = None


def _free(one: VisitPlace, day: OfferDay, here: KnownOffers) -> None:
    attempt(lambda: taking.free(store(), one.id, today=here.today), _trouble(day))


def _form(offer: VisitOffer, day: OfferDay, here: KnownOffers) -> None:
    start, end, places, off = st.columns([3, 3, 3, 4], vertical_alignment="bottom", gap="small")
    for column, name, label, hint in ((start, "start", _("Van"), "9.00"),
                                      (end, "end", _("Tot"), "16.00")):  # fmt: skip
        with column:
            text_field(label, f"odv-{day.id}-{name}", _shown(getattr(day, name)),
                       _saving(offer, day, name, here), hint=hint)  # fmt: skip
    key = f"odv-{day.id}-places"
    with places:
        st.number_input(
            _("Plaatsen"), min_value=1, max_value=offers.MOST_PLACES,
            key=remembered(key, day.places),
            on_change=saved(key, day.places, lambda n: _change(offer, day, here, places=int(n))),
        )  # fmt: skip
        field_trouble(key)
    with off:
        if st.button(label_of(_("Zeg deze dag af"), words.when(day)), key=f"odv-dayoff-{day.id}"):
            parts.confirm(
                _("{day} gaat dan niet door. Wie een plaats heeft of wacht, leest dat op de eigen"
                  " plek.").format(day=weekday_text(day.date)), _("Ja, zeg deze dag af"),
                f"dayoff-{day.id}",
                lambda: offering.call_off_day(store(), day.id, today=here.today),
            )  # fmt: skip


def _saving(offer: VisitOffer, day: OfferDay, name: str, here: KnownOffers) -> Any:
    return lambda typed: _change(offer, day, here, **{name: clock(typed)})


def _change(offer: VisitOffer, day: OfferDay, here: KnownOffers, **values: Any) -> None:
    with store().read() as db:
        stored = offers.find_offer(db, offer.id)
    new = replace(stored.day(day.id) or day, **values)
    offering.change(store(), offer.id, stored.words, [new], today=here.today)


def _shown(time: str) -> str:
    return time.replace(":", ".").removeprefix("0")


def _trouble(day: OfferDay) -> str:
    return f"offer-day-{day.id}"
