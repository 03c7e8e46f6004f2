"""The cards of the page with texts for an e-mail: what about, for whom, and a button to copy."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from exercises.engine import moment as moments
from exercises.engine import stored
from exercises.engine.homework_of import left_for, proposed_day
from exercises.kit.rules.days import day_text, occasion
from exercises.kit.rules.labels import label_of, plain
from pages.desk import mail_words, parts
from pages.desk.copying import copy_button
from pages.desk.fields import attempt
from pages.desk.mail_words import KINDS, MailKind, MailText, StillToDo
from pages.own.around import around
from pages.own.waiting import asks
from state import homework, own_links, tracks
from state.app import store
from state.clock import today
from state.language import _
from state.models import Activity, Meeting, Organisation, Person, Track
from state.own_links import LinkHolder
from state.people import attendees


def show(track: Track, held: Sequence[Meeting]) -> None:
    """Choose what about, then one card for all and one for each organisation."""
    people = tracks.taking_part(store(), track.id)
    kind = st.segmented_control(
        _("Waarover"), list(KINDS), default="invitation", format_func=KINDS.__getitem__,
        key="odv-mail-kind", required=True,
    )  # fmt: skip
    if kind is None:
        return
    meeting = _chosen(kind, held)
    if kind != "reminder" and meeting is None:
        st.text(_("Er is nog geen bijeenkomst. Maak er eerst een op de pagina van het traject."))
        parts.link(_("Naar het traject"), parts.TRACK, {"t": track.id}, "no-meeting")
        return
    if kind == "reminder":
        _reminders(track, held, people)
        return
    assert meeting is not None
    if kind == "thanks":
        _thanks(track, meeting, _after(meeting, held), people)
        return
    _invitations(track, meeting, people)


def _invitations(track: Track, meeting: Meeting, people: Sequence[Person]) -> None:
    """A card for all and one for each organisation, below what the invitation does not say yet."""
    if lacking := mail_words.lacking(meeting):
        with st.container(horizontal=True, vertical_alignment="center", key="odv-mail-lacking"):
            st.warning(lacking)
            parts.link(
                _("Vul dat nu aan"), parts.MEETING, {"m": meeting.id}, f"mail-fill-{meeting.id}"
            )
    _card("all", _("Voor iedereen"), mail_words.invitation(meeting, ()))
    for organisation in tracks.organisations(store(), track.id):
        names = tuple(one.name for one in people if one.organisation_id == organisation.id)
        _card(organisation.id, organisation.name, mail_words.invitation(meeting, names))


def _thanks(
    track: Track, meeting: Meeting, upcoming: Meeting | None, people: Sequence[Person]
) -> None:
    """A card for all who were there, and for each organisation one for who was there and one for
    who was not. Where nobody joined it is not known who was there: then all are thanked."""
    linked = _linked(track)
    came = {one.person.id for one in attendees(store(), meeting.id)}
    came = came or {one.id for one in people}
    _card("all", _("Voor iedereen die erbij was"),
          mail_words.thanks(meeting, upcoming, (), has_links=bool(linked & came)))  # fmt: skip
    for organisation in tracks.organisations(store(), track.id):
        of = [one for one in people if one.organisation_id == organisation.id]
        there, away = ([one for one in of if (one.id in came) is here] for here in (True, False))
        for key, group, title, write in (
            ("", there, organisation.name, mail_words.thanks),
            ("-away", away, _("{organisation}: wie er niet bij was").format(
                organisation=organisation.name), mail_words.missed),
        ):  # fmt: skip
            if group:
                links = any(one.id in linked for one in group)
                told = write(meeting, upcoming, [one.name for one in group], has_links=links)
                _card(f"{organisation.id}{key}", title, told)


def _linked(track: Track) -> frozenset[str]:
    """The ids of people who have an own link."""
    with store().read() as db:
        return frozenset(own_links.links(db, track.id))


def _shut(held: Sequence[Meeting]) -> list[tuple[Meeting, Activity]]:
    """The exercises of closed meetings of which something is left, and that are not open at
    home."""
    with store().read() as db:
        here = [moments.at(store(), db, one.id) for one in held if one.state == "closed"]
        return [
            (one.room.meeting, activity) for one in here for activity in one.room.exercises
            if not activity.at_home and left_for(one, activity)
        ]  # fmt: skip


def _open_at_home(meeting: Meeting, activity: Activity) -> None:
    title, until = stored.title_of(activity), proposed_day(today())
    with st.container(
        horizontal=True, vertical_alignment="center", key=f"odv-mail-shut-{activity.id}"
    ):
        st.warning(
            plain(
                _("Van {title} op {meeting} is er nog iets te doen, maar het staat thuis nog niet"
                  " open.").format(title=title, meeting=meeting.title)
            )
        )  # fmt: skip
        st.button(
            label_of(_("Zet thuis open tot {day}").format(day=day_text(until)), title),
            key=f"odv-open-home-{activity.id}",
            on_click=_allow, args=(activity.id, until),
        )  # fmt: skip


def _allow(activity_id: str, until: str) -> None:
    attempt(lambda: homework.allow(store(), activity_id, allowed=True, due=until))


def _reminders(track: Track, held: Sequence[Meeting], people: Sequence[Person]) -> None:
    """A card for all and one for each organisation for which something waits; above them what could
    wait too, but is not open at home."""
    shut = _shut(held)
    for meeting, activity in shut:
        _open_at_home(meeting, activity)
    waiting = _waiting(track, people)
    everybody = [one for of in waiting.values() for one in of]
    if not everybody:
        if not shut:
            st.text(_("Niemand heeft nog iets te doen. Er is niets om aan te herinneren."))
        return
    if not _linked(track) & {one.id for one in people}:
        st.warning(_("Nog niemand heeft een eigen link. Maak ze eerst, bij ‘Eigen links’."))
        parts.page_link(_("Naar de eigen links"), f"./mijnlinks/{track.id}")
    _card("all", _("Voor iedereen"), mail_words.reminder(everybody, ()))
    for organisation in tracks.organisations(store(), track.id):
        if found := waiting.get(organisation.id):
            names = tuple(one.name for one in people if one.organisation_id == organisation.id)
            _card(organisation.id, organisation.name, mail_words.reminder(found, names))


def _chosen(kind: MailKind, held: Sequence[Meeting]) -> Meeting | None:
    """Which meeting it is about: to begin with the next one, or for thanks the last one held."""
    if kind == "reminder" or not held:
        return None
    ahead = [one for one in held if one.state == "prepared"]
    behind = [one for one in held if one.state == "closed"]
    first = (behind[-1:] or held[:1]) if kind == "thanks" else (ahead[:1] or held[-1:])
    by_id = {one.id: one for one in held}
    picked = st.selectbox(
        _("Bijeenkomst"), list(by_id), index=list(by_id).index(first[0].id),
        format_func=lambda one: plain(occasion(by_id[one].title, by_id[one].date)),
        key=f"odv-mail-meeting-{kind}",
    )  # fmt: skip
    return by_id.get(str(picked))


def _after(meeting: Meeting | None, held: Sequence[Meeting]) -> Meeting | None:
    if meeting is None:
        return None
    later = [one for one in held if one.position > meeting.position and one.date >= today()]
    return later[0] if later else None


def _waiting(track: Track, people: Sequence[Person]) -> dict[str, list[StillToDo]]:
    """What waits on the own pages, by organisation: what waits for several is told once."""
    found: dict[str, list[StillToDo]] = {}
    for organisation in tracks.organisations(store(), track.id):
        by_ask: dict[tuple[str, str, str], list[str]] = {}
        for person in people:
            if person.organisation_id == organisation.id:
                for key in _asks(track, organisation, person):
                    by_ask.setdefault(key, []).append(person.name)
        found[organisation.id] = [
            StillToDo(tuple(names), *key) for key, names in by_ask.items()
        ]  # fmt: skip
    return found


def _asks(
    track: Track, organisation: Organisation, person: Person
) -> list[tuple[str, str, str]]:  # fmt: skip
    here = around(store(), LinkHolder(person, organisation, track, ""))
    return [(one.about, one.question, one.due) for one in asks(here)]


def _card(key: str, title: str, told: MailText) -> None:
    with st.container(key=f"odv-card-mail-{key}"):
        st.subheader(plain(title), anchor=False)
        st.text(_("Onderwerp: {subject}").format(subject=told.subject))
        st.text(told.text)
        copy_button(key, told.text, title)
