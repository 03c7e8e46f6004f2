"""The facilitator's editor of the lenses: drawn anew at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from exercises.contract import Party
from exercises.kit.editor import editing
from exercises.kit.editor.entries import EditedList, PasteField, UsualList
from exercises.kit.editor.list_editor import list_editor
from exercises.kit.rules.labels import label_of
from exercises.lenses import config as rules
from exercises.lenses.config import Lens, LensesConfig, Story, lens, usual
from exercises.lenses.config_list import LIST, read, with_text
from exercises.lenses.content import SHAPES
from state import pasted
from state.language import _, ngettext
from state.problems import Refused

LENSES = EditedList(
    LIST, lens, with_text,
    empty=_("Er ligt nog geen bril klaar."),
    label=_("Naam van de bril"),
    remove=_("Verwijder deze bril"),
    removed=_("Een bril is verwijderd."),
    replaced=_("De vorige lijst is vervangen."),
    added=PasteField(
        read, "odv-card-lenses-paste",
        _("Brillen toevoegen: typ een naam, of plak een hele lijst"),
        _("Elke naam op een eigen lijn. Vragen en vorm kies je daarna."),
    ),
    usual=UsualList(
        lambda: usual().lenses, _("Terug naar de 4 brillen"), _("De 4 brillen liggen er weer.")
    ),
)  # fmt: skip


def edit(config: LensesConfig, organisations: tuple[Party, ...]) -> LensesConfig:
    """Draw the editor and give the configuration as it is now; what is unfit stays typed only."""
    config = editing.changed(config)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        st.header(_("Brillen"), anchor=False)
        config = list_editor(config, LENSES, _more)
    with right:
        with st.container(key="odv-card-lenses-stories"):
            _stories(config, organisations)
        with st.container(key="odv-card-lenses-minutes"):
            config = _minutes(config)
    return config


def _more(config: LensesConfig, item: Lens) -> tuple[Lens, Callable[[str], Lens]]:
    """The prompts and the shape of the lens that is open."""
    typed = st.text_area(
        _("Vragen die helpen kijken, elk op een eigen lijn"), height="content",
        persist_state="session",
        key=editing.remembered(editing.key(f"prompts-{item.key}"), "\n".join(item.prompts)),
    )  # fmt: skip
    shape = st.selectbox(
        _("Vorm van de bril"), tuple(SHAPES), format_func=SHAPES.__getitem__,
        key=editing.remembered(editing.key(f"shape-{item.key}"), item.shape),
    )  # fmt: skip
    try:
        found = lens(item.text, tuple(pasted.items(typed or "")), shape, item.key)
    except Refused as refusal:
        st.error(str(refusal))
        found = replace(item, shape=shape)
    return found, lambda name: lens(name, found.prompts, found.shape, item.key)


def _stories(config: LensesConfig, organisations: tuple[Party, ...]) -> None:
    st.header(_("Verhalen"), anchor=False)
    names = {one.id: one.name for one in organisations}
    found = config.all_stories
    if not found:
        st.text(_("Elk bezoek dat bekend is, staat hier straks vanzelf."))
    for at, story in enumerate(found):
        _story(config, story, at, len(found), names)
    _another(names)


def _story(config: LensesConfig, story: Story, at: int, total: int, names: dict[str, str]) -> None:
    skipped = story.key in config.skipped
    title = _title(story, names)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        shown = title if not skipped else _("{title} (overgeslagen)").format(title=title)
        st.text(f"{at + 1}. {shown}", width="stretch")
        # The buttons stay together where the line is too long for them.
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", width="content"
        ):  # fmt: skip
            for label, icon, by, disabled in (
                (_("Naar boven"), "arrow_upward", -1, at == 0),
                (_("Naar beneden"), "arrow_downward", 1, at == total - 1),
            ):
                st.button(
                    label_of(label, title), disabled=disabled, help=label,
                    icon=f":material/{icon}:",
                    key=f"odv-icon-{editing.key(f'{icon}-{story.key}')}",
                    on_click=_later, args=(lambda now, by=by: rules.moved(now, story.key, by),),
                )  # fmt: skip
            st.button(
                label_of(_("Toch vertellen") if skipped else _("Sla over"), title),
                key=editing.key(f"skip-{story.key}"), on_click=_later,
                args=(lambda now: rules.skipping(now, story.key, on=not skipped),),
            )  # fmt: skip
            if any(one.key == story.key for one in config.extra):
                st.button(
                    label_of(_("Verwijder"), title), key=editing.key(f"drop-{story.key}"),
                    on_click=_later, args=(lambda now: rules.without_story(now, story.key),),
                )  # fmt: skip


def _later(change: Callable[[LensesConfig], LensesConfig]) -> None:
    editing.later(change)


def _title(story: Story, names: dict[str, str]) -> str:
    stranger = _("een organisatie die vertrok")
    visitor = names.get(story.visitor, stranger)
    if story.host:
        return _("{visitor} bij {host}").format(
            visitor=visitor, host=names.get(story.host, stranger)
        )
    return f"{story.title} ({visitor})" if story.visitor else story.title


def _another(names: dict[str, str]) -> None:
    """A story without a visit."""
    st.subheader(_("Een verhaal zonder bezoek"), anchor=False)
    st.text_input(_("Waarover gaat het?"), key=editing.key("story"), persist_state="session")
    st.selectbox(
        _("Wie vertelt?"), ("", *names), key=editing.key("teller"),
        format_func=lambda one: names.get(one, _("nog niemand")),
    )  # fmt: skip
    st.button(_("Voeg dit verhaal toe"), key=editing.key("story-add"), on_click=_add)
    editing.trouble("story")


def _add() -> None:
    title = str(st.session_state.get(editing.key("story")) or "")
    teller = str(st.session_state.get(editing.key("teller")) or "")
    editing.attempt("story", lambda now: rules.with_story(now, title, teller), ("story",))


def _minutes(config: LensesConfig) -> LensesConfig:
    """The clock of a story: a share of the minutes of the agenda, or minutes of its own."""
    st.header(_("Klok"), anchor=False)
    shared = st.toggle(
        _("Verdeel de minuten van de agenda over de verhalen"),
        key=editing.remembered(editing.key("shared"), config.minutes == rules.SHARED),
    )  # fmt: skip
    if shared:
        config = rules.with_minutes(config, rules.SHARED)
        st.text(_shared(config))
        return config
    own = rules.USUAL_MINUTES if config.minutes == rules.SHARED else config.minutes
    picked = st.number_input(
        _("Minuten per verhaal, 0 voor geen klok"), 0, rules.MOST_MINUTES, step=5,
        key=editing.remembered(editing.key("minutes"), own),
    )  # fmt: skip
    return rules.with_minutes(config, int(picked))


def _shared(config: LensesConfig) -> str:
    """How many minutes of the agenda each story gets, in words."""
    each, count = config.story_minutes, len(config.stories)
    if not config.planned:
        return ngettext(
            "De klok van elk verhaal begint op {n} minuut.",
            "De klok van elk verhaal begint op {n} minuten.", each,
        ).format(n=each)  # fmt: skip
    return ngettext(
        "De agenda geeft {planned} minuten aan {n} verhaal: de klok begint op {each} minuten.",
        "De agenda geeft {planned} minuten aan {n} verhalen: de klok van elk verhaal begint op"
        " {each} minuten.",
        count,
    ).format(planned=config.planned, n=count, each=each)
