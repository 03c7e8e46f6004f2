"""The backups on the home page: when, how large, what is in each, and going back to one."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

import streamlit as st

from exercises.kit.rules.days import full_day
from pages.desk import parts
from pages.desk.fields import folded
from pages.desk.texts import joined
from state import backups, restore, track_access
from state.app import store
from state.backups import Backup
from state.language import _, ngettext

_HELP = _(
    "De app bewaart zelf kopieën van alles: bij de start, elke tien minuten van een bijeenkomst en"
    " als ze eindigt. De laatste zes blijven, en één per dag, twee weken lang."
)


def show() -> None:
    """A closed part at the end of the page."""
    found = backups.listed(store().folder)
    if not found:
        return
    with st.container(key="odv-plain-backups"):
        st.header(_("Veilige kopieën"), anchor=False)
        if folded("backups", _("Toon de kopieën")):
            st.markdown(_HELP)
            for one in found:
                _row(one)


def _row(one: Backup) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"odv-copy-{one.number}"):
        with st.container(gap=None):
            st.text(_when(one))
            with st.container(key=f"odv-muted-copy-{one.number}", gap=None):
                st.text(joined(_size(one.bytes), _inside(one.path, one.path.stat().st_mtime_ns)))
        if st.button(_("Zet terug"), key=f"odv-restore-{one.number}"):
            _ask(one)


def _ask(one: Backup) -> None:
    parts.confirm(
        _(
            "Terug naar {moment}? Wat daarna kwam, is dan weg van alle pagina’s. Eerst maakt de app"
            " een kopie van nu, zodat je ook daarnaar terug kan."
        ).format(moment=_when(one)),
        _("Ja, zet terug"), f"restore-{one.number}",
        partial(_restore, one.path),
    )  # fmt: skip


def _restore(path: Path) -> None:
    track_access.check_administrator()
    restore.restore(store(), path)


def _when(one: Backup) -> str:
    return _("{date} om {time}").format(date=full_day(one.day.isoformat()), time=f"{one.at:%H:%M}")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


# Reading what is in twenty files takes longer than drawing the page.
@lru_cache(maxsize=64)
def _inside(path: Path, _changed: int) -> str:
    inside = restore.holds(path)
    if inside is None:
        return _("niet te lezen")
    return joined(
        ngettext("{count} traject", "{count} trajecten", inside.tracks).format(count=inside.tracks),
        ngettext("{count} bijeenkomst", "{count} bijeenkomsten", inside.meetings).format(
            count=inside.meetings
        ),
        ngettext("{count} deelnemer", "{count} deelnemers", inside.people).format(
            count=inside.people
        ),
        ngettext("{count} antwoord", "{count} antwoorden", inside.answers).format(
            count=inside.answers
        ),
    )
