"""Organisations and people from a list, pasted or in a file, shown before they are added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from exercises.kit.rules.labels import plain
from exercises.kit.rules.prose import listed
from pages.desk.fields import attempt, close_fold, folded, show_trouble
from pages.desk.texts import joined
from state import pasted_people, pasted_table, tracks
from state.app import store
from state.language import _, ngettext
from state.models import Organisation, Person, Track
from state.pasted_people import JOBS, Columns, Job, ListedOrganisation
from state.pasted_table import Row
from state.problems import Refused

_MOST_MB = 20


def show(track: Track, present: Sequence[Organisation], everybody: Sequence[Person]) -> None:
    """The button that opens the form, and the form."""
    with st.container(key="odv-card-people-list"):
        st.text(_("Heb je al een lijst, in Word, een mail of een rekenblad?"))
        if folded(_place(track), _("Voeg een lijst toe"), _("Sluit")):
            _form(track, _known(present, everybody))
        show_trouble(_place(track))
        done = st.session_state.pop(_done(track), "")
        if done:
            st.success(plain(done))


def _form(track: Track, known: Mapping[str, list[str]]) -> None:
    st.text(_("Eén persoon op een lijn. Een lijst met alleen organisaties mag ook."))
    st.text_area(
        _("Plak hier je lijst"), key=_pasted(track), height=150, persist_state="session",
        placeholder=_("Organisatie, plaats, naam en functie, in eender welke volgorde"),
    )  # fmt: skip
    # A field tells what was typed when it is left: pressing this does that, and shows the list.
    st.button(_("Bekijk de lijst"), key=f"odv-people-list-look-{track.id}")
    # Any kind of file may be dropped: what can't be read is refused below, in our own words.
    dropped = st.file_uploader(
        _("Of zet hier een bestand: .xlsx of .csv"), key=_file(track), max_upload_size=_MOST_MB
    )
    try:
        typed = str(st.session_state.get(_pasted(track)) or "")
        rows = (
            pasted_table.of_file(dropped.name, dropped.getvalue())
            if dropped is not None
            else pasted_table.of_text(typed)
        )
        if rows:
            _preview(track, rows, known)
        elif dropped is not None:
            raise Refused(_("In dit bestand staat niets."))
    except Refused as refusal:
        st.error(plain(str(refusal)))


def _preview(track: Track, rows: tuple[Row, ...], known: Mapping[str, list[str]]) -> None:
    columns = _columns(track, rows, known)
    found = pasted_people.listed(rows, columns, known)
    if not found:
        raise Refused(_("We vinden geen organisatie. Kies hierboven in welke kolom die staat."))
    people = sum(not person.known for one in found for person in one.people)
    organisations = sum(not one.known for one in found)
    st.markdown(_("**Dit komt erbij**"))
    with st.container(key="odv-people-list-preview", height=300, border=False):
        for one in found:
            st.text(_line(one))
    label = _("Voeg toe: {organisations} en {people}").format(
        organisations=ngettext(
            "{count} organisatie", "{count} organisaties", organisations
        ).format(count=organisations),
        people=ngettext("{count} deelnemer", "{count} deelnemers", people).format(count=people),
    )  # fmt: skip
    st.button(
        label, key=f"odv-people-list-add-{track.id}", type="primary", on_click=_add,
        args=(track, found), disabled=organisations + people == 0,
    )  # fmt: skip


def _line(one: ListedOrganisation) -> str:
    people = joined(
        *(
            f"{person.name} ({_('staat er al')})" if person.known
            else f"{person.name} ({person.function})" if person.function
            else person.name
            for person in one.people
        )
    )  # fmt: skip
    head = joined(one.name, one.sector, one.place)
    if one.known:
        head = f"{head} ({_('staat er al')})"
    return f"{head}\n    {people}" if people else head


def _columns(track: Track, rows: tuple[Row, ...], known: Mapping[str, list[str]]) -> Columns:
    """What each column holds: as guessed, or as chosen here."""
    guessed = pasted_people.guess(rows, known)
    if len(guessed.jobs) == 1:
        return guessed
    st.markdown(_("**Wat staat er in elke kolom?**"))
    example = rows[1] if guessed.headings and len(rows) > 1 else rows[0]
    jobs: list[Job] = []
    # Two beside each other, so that the longest choice is not cut.
    sides = [side for _row in range(0, len(guessed.jobs), 2) for side in st.columns(2)]
    for at, (side, job) in enumerate(zip(sides, guessed.jobs, strict=False)):
        with side:
            # The key holds the guess, so that another list begins with its own.
            chosen = st.selectbox(
                plain(example[at] or "–"), JOBS, index=JOBS.index(job),
                format_func=pasted_people.job_name,
                key=f"odv-people-list-{track.id}-{at}-{hash(rows) & 0xFFFFFF}",
            )  # fmt: skip
            jobs.append(chosen)
    return Columns(tuple(jobs), guessed.headings)


def _add(track: Track, found: tuple[ListedOrganisation, ...]) -> None:
    added: list[tuple[int, int]] = []
    if attempt(lambda: added.append(tracks.add_list(store(), track.id, found)), _place(track)):
        st.session_state[_pasted(track)] = ""
        st.session_state.pop(_file(track), None)
        close_fold(_place(track))
        st.session_state[_done(track)] = _told(*added[0])


def _told(organisations: int, people: int) -> str:
    """What came in with a list, of organisations only where some are new."""
    came = [
        ngettext("{count} nieuwe deelnemer", "{count} nieuwe deelnemers", people).format(
            count=people
        )
    ]
    if organisations:
        came.insert(0, ngettext(
            "{count} nieuwe organisatie", "{count} nieuwe organisaties", organisations
        ).format(count=organisations))  # fmt: skip
    return _("De lijst is toegevoegd: {what}.").format(what=listed(came))


def _known(
    present: Sequence[Organisation], everybody: Sequence[Person]
) -> dict[str, list[str]]:  # fmt: skip
    return {
        one.name: [person.name for person in everybody if person.organisation_id == one.id]
        for one in present
    }


def _pasted(track: Track) -> str:
    return f"odv-people-list-text-{track.id}"


def _file(track: Track) -> str:
    return f"odv-people-list-file-{track.id}"


def _place(track: Track) -> str:
    return f"people-list-{track.id}"


def _done(track: Track) -> str:
    return f"odv-people-list-done-{track.id}"
