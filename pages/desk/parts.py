"""What the preparation pages share: their frame, links, undo, and asking before removing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exercises.kit.rules.labels import label_of, plain
from pages.desk import drawings, guard, unshared
from pages.desk.component import Component
from pages.desk.fields import SAVED, attempt, show_trouble
from state import track_access, tracks
from state.app import store
from state.ids import new_id
from state.language import _
from state.problems import Refused, StateError

PAGES = Path(__file__).resolve().parent
HOME, TRACK, MEETING = PAGES / "home.py", PAGES / "track.py", PAGES / "meeting.py"
LOOKBACK = PAGES / "lookback.py"
NEW = PAGES / "new_track.py"
REPORT = PAGES / "report.py"
MAILS = PAGES / "mails.py"
MATCHING = PAGES / "matching.py"
VISITS = PAGES / "visits.py"
CALL = PAGES / "call.py"
KIJKSTAGES = PAGES / "kijkstages.py"
NAMELESS = PAGES / "without_names.py"
CANDIDATES = PAGES / "candidates.py"
ORGANISERS, CHANGES = PAGES / "organisers.py", PAGES / "changes.py"

# The pages of a track where an exercise may send its facilitator (`LackPlace`), and their links.
WAYS = {"visits": (_("Naar Bezoeken"), VISITS), "mails": (_("Naar Links en e-mail"), MAILS)}

_NEXT, _TOP = "odv-next", "odv-top"
_to_top = Component("odv_to_top", "to_top.js")


@dataclass(frozen=True)
class Crumb:
    """A step of the way back: a page with its query."""

    label: str
    page: Path
    query: tuple[tuple[str, str], ...] = ()


@contextmanager
def page() -> Iterator[Callable[[Sequence[Crumb]], None]]:
    """The frame of a page: the bar on top, and a body that says what goes wrong in it.

    Gives a function that fills the way back in the bar.
    """
    st.set_page_config(layout="wide")
    st.html(PAGES.parent / "browser" / "desk" / "desk.css")
    st.html(_words_style())
    try:
        who = guard.signed_in() if unshared.was_signed_in() else guard.facilitator()
    except StateError as error:
        st.error(plain(f"{error.problem.text} {error.problem.fix}"))
        st.stop()
    if who is None:
        with st.container(key="odv-page"):
            unshared.show_signed_out()
        st.stop()
    target = st.session_state.pop(_NEXT, None)
    if target is not None:
        st.session_state[_TOP] = new_id()
        st.switch_page(target[0], query_params=target[1])
    bar = st.container(key="odv-bar", horizontal=True, vertical_alignment="center")
    with bar:
        st.html(drawings.mark(40), width="content")
        with st.container(key="odv-brand", width="content"):
            st.page_link(HOME, label=_("Over de vloer"))
        crumbs = st.container(key="odv-crumbs", horizontal=True, vertical_alignment="center")
        saved = st.container(key="odv-saved", width="content")
        if who.name:
            with st.container(key="odv-who", width="content"):
                st.text(who.name)
        st.html(
            f'<a class="odv-out" href="/begeleider/uit" target="_self">{_("Afmelden")}</a>',
            width="content",
        )
    with st.container(key="odv-page"):
        show_trouble()
        allowed = False
        with track_access.acting(who.acting):
            with _told(), unshared.watched():
                guard.check_track()
                allowed = True
            if not allowed:
                unshared.show_words()
                st.stop()
            unshared.watch()
            with _told():
                yield lambda way: _fill(crumbs, way)
    _to_top.show("odv-to-top", st.session_state.get(_TOP, ""))
    # At the end: an editor may store while the page is drawn.
    if st.session_state.pop(SAVED, False):
        with saved:
            st.text(_("Bewaard"))


@contextmanager
def _told() -> Iterator[None]:
    """Show why what is inside could not go on."""
    try:
        yield
    except Refused as refusal:
        st.error(plain(str(refusal)))
        link(_("Naar alle trajecten"), HOME, {}, "home", main=True)
    except StateError as error:
        st.error(plain(f"{error.problem.text} {error.problem.fix}"))


def go_to(target: Path, query: dict[str, str]) -> None:
    """From a callback: open another page, once this run has begun."""
    st.session_state[_NEXT] = (target, query)


@lru_cache(maxsize=1)
def _words_style() -> str:
    """Our words in place of Streamlit's English ones; desk.css hides those and places these."""
    words = {
        '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])': _(
            "Even geen verbinding met de app. Wacht even met typen."
        ),
        '[data-testid="stDateInputField"] [data-type="year"][data-placeholder]': _("jjjj"),
    }
    rules = (f"{where}::after{{content:{json.dumps(word)}}}" for where, word in words.items())
    return f"<style>{''.join(rules)}</style>"


def _fill(crumbs: DeltaGenerator, way: Sequence[Crumb]) -> None:
    with crumbs:
        for crumb in way:
            st.page_link(crumb.page, label=plain(crumb.label), query_params=dict(crumb.query))


def link(label: str, target: Path, query: dict[str, str], key: str, *, main: bool = False) -> None:
    """A link to a preparation page that looks like a button; `main` for the page's one action."""
    with st.container(key=f"odv-{'main' if main else 'link'}-{key}", width="content"):
        st.page_link(target, label=label, query_params=query)


def console_link(label: str, meeting_id: str, *, main: bool = False) -> None:
    """A link to the console of a meeting, which is loaded as a page of its own."""
    kind = "odv-go odv-go-main" if main else "odv-go"
    address = f"./regie?m={quote(meeting_id)}"
    st.html(f'<a class="{kind}" href="{address}" target="_self">{label}</a>', width="content")


def file_link(label: str, address: str, *, main: bool = False) -> None:
    """A link that downloads a file and looks like a button; `main` for the page's one action."""
    kind = "odv-go odv-go-main" if main else "odv-go"
    st.html(f'<a class="{kind}" href="{address}" download>{label}</a>', width="content")


def page_link(label: str, address: str) -> None:
    """A link to one of our pages outside Streamlit, such as a document."""
    st.html(f'<a class="odv-go" href="{address}" target="_self">{label}</a>', width="content")


def icon_button(
    label: str, icon: str, key: str, act: Callable[[], None] | None, *, subject: str = "",
    disabled: bool = False,
) -> bool:  # fmt: skip
    """A square button with a drawing; its label is for screen readers and shown as a hint.

    `subject`: what it is about, where several of them stand on a page.
    """
    return st.button(
        label_of(label, subject), key=f"odv-icon-{key}", icon=f":material/{icon}:", on_click=act,
        disabled=disabled, help=label,
    )  # fmt: skip


def order_buttons(
    key: str, at: int, total: int, move: Callable[[int], None], *, subject: str
) -> None:
    """Up and down for item `at` of `total`; nothing when there is nothing to order."""
    if total > 1:
        icon_button(_("Naar boven"), "arrow_upward", f"up-{key}",
                    partial(_move, move, -1), subject=subject, disabled=at == 0)  # fmt: skip
        icon_button(_("Naar beneden"), "arrow_downward", f"down-{key}",
                    partial(_move, move, 1), subject=subject, disabled=at == total - 1)  # fmt: skip


def _move(move: Callable[[int], None], by: int) -> None:
    attempt(lambda: move(by))


def remove_button(
    key: str, question: str, act: Callable[[], None], *, subject: str = "",
    label: str | None = None, yes: str | None = None,
) -> None:  # fmt: skip
    """A button that asks before it removes `subject`: a drawing, or `label` in words. `yes` says
    in the window that one is sure.

    `question` and `subject` may hold what people typed.
    """
    pressed = (
        icon_button(_("Verwijder"), "delete", f"remove-{key}", None, subject=subject)
        if label is None
        else st.button(label, key=f"odv-remove-{key}")
    )
    if pressed:
        confirm(question, yes or _("Ja, verwijder"), key, act)


def confirm(
    question: str, yes: str, key: str, act: Callable[[], object],
    more: Callable[[], None] = lambda: None,
) -> None:  # fmt: skip
    """Ask in a window whether to go on; either answer closes it. `more` draws below the question
    what else may be chosen; `act` reads that."""

    def go_on() -> None:
        attempt(act)
        st.rerun()

    @st.dialog(_("Zeker?"))
    def window() -> None:
        st.markdown(plain(question))
        more()
        with st.container(horizontal=True, vertical_alignment="center", key="odv-answers"):
            st.button(yes, key=f"odv-yes-{key}", type="primary", on_click=go_on)
            st.button(_("Laat staan"), key=f"odv-no-{key}", on_click=st.rerun)

    window()


def undo_strip(scope: str, track_id: str | None = None) -> None:
    """What was removed on this page and can be put back, the latest first."""
    found = tracks.removals(store(), scope)
    if not found:
        return
    with st.container(key="odv-undo"):
        for removal in found:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.text(removal["label"], width="stretch")
                st.button(
                    _("Zet terug"), key=f"odv-undo-{removal['id']}", on_click=_undo,
                    args=(removal["id"], track_id),
                )  # fmt: skip


def _undo(removal_id: str, track_id: str | None) -> None:
    attempt(lambda: tracks.undo_removal(store(), removal_id, track_id))
