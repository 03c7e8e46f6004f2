"""The tracks on the home page, and the two ways to begin one."""

from __future__ import annotations

import streamlit as st

from exercises.kit.rules.labels import label_of, plain
from exercises.templates import example_year
from pages.desk import drawings, parts
from pages.desk.fields import add_form, attempt
from pages.desk.texts import joined
from state import access, meetings, track_access, tracks
from state.app import store
from state.language import _, ngettext
from state.models import Track

_EXAMPLE_HELP = _(
    "Zes verzonnen organisaties, op het einde van hun jaar: vier bijeenkomsten en zes bezoeken zijn"
    " voorbij, het slotmoment staat klaar om te begeleiden."
)
_NEW_HELP = _("Neem een heel jaar met alle agenda’s uit een sjabloon, en pas het aan.")


def first_choice() -> None:
    """The first start: two large choices, one sentence each."""
    st.title(_("Waar begin je mee?"), anchor=False)
    with store().read() as db:
        shares = access.has_organisers(db)
    if shares:
        st.text(_(
            "Werkt een collega al met een traject? Die kan het met je delen, bij ‘Wie werkt eraan"
            " mee?’. Dan staat het hier."
        ))  # fmt: skip
    left, right = st.columns(2, gap="medium")
    with left, st.container(key="odv-card-example", height="stretch"):
        st.html(drawings.people([(1, "koffie"), (2, "zij"), (3, "zwaait"), (4, "staat")], 88))
        st.header(_("Rondkijken"), anchor=False)
        st.markdown(_EXAMPLE_HELP)
        _example_button(main=True)
    with right, st.container(key="odv-card-new", height="stretch"):
        st.html(drawings.people([(None, "staat")], 88))
        st.header(_("Zelf beginnen"), anchor=False)
        st.markdown(_NEW_HELP)
        _template_link()
        _new_form()


def cards(found: tuple[Track, ...]) -> None:
    """One sheet for each track."""
    for at, track in enumerate(found):
        with st.container(key=f"odv-card-{track.id}"):
            _card(track, at, len(found))


def more() -> None:
    """Beside the list: another track, or the example."""
    with st.container(key="odv-card-new"):
        st.header(_("Nieuw traject"), anchor=False)
        st.markdown(_NEW_HELP)
        _template_link()
        _new_form()
    with st.container(key="odv-plain-example"):
        st.header(_("Eens proberen?"), anchor=False)
        st.markdown(_EXAMPLE_HELP)
        _example_button(main=False)


def organisers() -> None:
    """The way to the people who prepare, at the end of the page."""
    with st.container(key="odv-plain-organisers"):
        st.header(_("Organisatoren"), anchor=False)
        st.markdown(_("Wie mag hier voorbereiden, en met welke toegangscode."))
        parts.link(_("Naar de organisatoren"), parts.ORGANISERS, {}, "organisers")


def _card(track: Track, at: int, total: int) -> None:
    organisations = tracks.organisations(store(), track.id)
    if organisations:
        st.html(drawings.tiles([item.tile for item in organisations], 36))
    st.header(plain(track.name), anchor=False)
    if track.theme:
        with st.container(key=f"odv-muted-theme-{track.id}"):
            st.text(track.theme)
    st.text(_counts(track, len(organisations)))
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-row-{track.id}"):
        parts.link(
            label_of(_("Openen"), track.name), parts.TRACK, {"t": track.id}, track.id, main=at == 0
        )
        parts.order_buttons(
            track.id,
            at,
            total,
            lambda by: tracks.move_track(store(), track.id, by),
            subject=track.name,
        )
        if _is_owner(track):
            _remove_button(track)


def _is_owner(track: Track) -> bool:
    with store().read() as db:
        return track_access.is_owner(db, track_access.current(), track.id)


def _remove_button(track: Track) -> None:
    parts.remove_button(
        track.id,
        _("Het traject {name} verwijderen, met alles wat erin zit?").format(name=track.name),
        lambda: tracks.remove_track(store(), track.id), subject=track.name,
    )  # fmt: skip


def _counts(track: Track, organisations: int) -> str:
    people = len(tracks.taking_part(store(), track.id))
    sessions = len(meetings.of_track(store(), track.id))
    return joined(
        ngettext("{count} organisatie", "{count} organisaties", organisations).format(
            count=organisations
        ),
        ngettext("{count} deelnemer", "{count} deelnemers", people).format(count=people),
        ngettext("{count} bijeenkomst", "{count} bijeenkomsten", sessions).format(count=sessions),
    )


def _example_button(*, main: bool) -> None:
    st.button(
        _("Probeer met een voorbeeldtraject"), key="odv-example", on_click=_make_example,
        type="primary" if main else "secondary",
    )  # fmt: skip


def _make_example() -> None:
    made: list[str] = []
    if attempt(lambda: made.append(example_year.make(store()))):
        _open(made[0])


def _template_link() -> None:
    parts.link(_("Een jaar uit een sjabloon"), parts.NEW, {}, "template")
    st.markdown(_("Of begin met een naam alleen:"))


def _new_form() -> None:
    add_form(
        "track", {"name": _("Naam van het traject"), "theme": _("Thema (mag leeg blijven)")},
        _("Nieuw traject"), lambda typed: tracks.add_track(store(), typed["name"], typed["theme"]),
        then=_open, hints={"name": _("Bijvoorbeeld: Samen sterk rond gezinnen")},
    )  # fmt: skip


def _open(track_id: str) -> None:
    parts.go_to(parts.TRACK, {"t": track_id})
