"""The answers of an exercise on the look back: a table to search, sort and keep; and the notes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

from exercises.engine.lookback import Begun
from exercises.engine.stored import parties
from exercises.kit.rules.labels import plain
from pages.desk import answers_html, paging, parts
from pages.web import answer_table
from report.data import answers
from report.data.tables import DataTable
from state.language import _, ngettext

_KEY = "odv-answers"
# On one page: rows of the table, and notes.
_ROWS, _NOTES = 50, 10


def show(found: Sequence[Begun], organisation: Collection[str]) -> None:
    """The answers of one kind of exercise, in all these meetings. `organisation`: the names of the
    only one to show, or none for all."""
    troubles: list[str] = []
    table = answers.answers(found, troubles)
    if organisation:
        table = answers.of_organisation(table, organisation)
    noted = answers.notes(found, troubles)
    for trouble in dict.fromkeys(troubles):
        st.warning(plain(trouble))
    _table(found, table, organisation, troubles)
    _notes(noted, found[0].activity.kind)


def _table(
    found: Sequence[Begun], table: DataTable, organisation: Collection[str],
    troubles: Sequence[str],
) -> None:  # fmt: skip
    kind = found[0].activity.kind
    read = answers.for_reading(table)
    with st.container(key=f"{_KEY}-head", horizontal=True, vertical_alignment="bottom"):
        st.header(_("De antwoorden"), anchor=False, width="stretch")
        if read.rows:
            typed = st.text_input(
                _("Zoek in de antwoorden"), key=f"{_KEY}-word-{kind}",
                placeholder=_("Zoek in de antwoorden"),
                label_visibility="collapsed", width=240,
            )  # fmt: skip
            column, down = _order(read, kind)
    if not read.rows:
        if not troubles:
            st.text(_("Hier staat nog geen antwoord."))
        return
    kept = answers.in_order(answers.holding(read, typed or ""), column, down=down)
    if not kept.rows:
        st.text(_("Nergens gevonden."))
        return
    at, last = paging.window(f"{_KEY}-page-{kind}", len(kept.rows), _ROWS)
    tiles = {one.name: one.tile for one in parties(found[-1].moment.room)}
    with st.container(key="odv-card-answers"):
        st.html(answers_html.table(kept.columns, kept.rows[at:last], tiles))
    with st.container(key=f"{_KEY}-foot", horizontal=True, vertical_alignment="center"):
        address = answer_table.address(found, organisation, typed or "", column, down=down)
        parts.file_link(_("Bewaar als tabel"), escape(address))
        count = len(kept.rows)
        st.text(ngettext("{count} rij", "{count} rijen", count).format(count=count))
        paging.buttons(f"{_KEY}-page-{kind}", len(kept.rows), _ROWS)


def _order(table: DataTable, kind: str) -> tuple[str, bool]:
    """The column to sort by, "" for the order of the exercise, and whether from high to low."""
    heads = {"": _("volgorde van de oefening")} | {one.name: one.head for one in table.columns}
    chosen = st.selectbox(
        _("Sorteer op"), list(heads), format_func=lambda name: heads.get(name, heads[""]),
        key=f"{_KEY}-sort-{kind}", width=260, filter_mode=None, placeholder=heads[""],
    )  # fmt: skip
    down = st.toggle(_("Omgekeerd"), key=f"{_KEY}-down-{kind}")
    return str(chosen or ""), bool(down)


def _notes(noted: Sequence[answers.TalkNote], kind: str) -> None:
    """What the facilitator noted of the talks, as text."""
    if not noted:
        return
    key, several = f"{_KEY}-notes-{kind}", len({one.meeting for one in noted}) > 1
    with st.container(key=f"{_KEY}-notes-head", horizontal=True, vertical_alignment="center"):
        st.header(_("Uit het gesprek"), anchor=False, width="stretch")
        paging.buttons(key, len(noted), _NOTES)
    at, last = paging.window(key, len(noted), _NOTES)
    with st.container(key="odv-card-talk"):
        st.html(answers_html.notes(noted[at:last], meetings=several))
