"""The console's part of Duo-gesprek: who is in a group, and groups to change by hand."""

from __future__ import annotations

from exercises.contract import Control, Panel, Scene, Word
from exercises.duo_conversation.model import DuoContext, question_for_all
from exercises.duo_conversation.views import person_json, present, shared_words
from state.language import _, ngettext

_LABEL_LIMIT = 60


def panel(context: DuoContext) -> Panel:
    """The panel: who is in a group, the question chosen for everybody, and the words that may be
    shared."""
    step = context.step
    if step is None:
        return Panel()
    here = present(context, context.view.of(step.key))
    placed = [one for group in here.groups if len(group.people) > 1 for one in group.people]
    return Panel(
        answered=frozenset(placed),
        done_word=_("in een duo"),
        waiting_word=_("zonder duo"),
        summary=ngettext("heeft gezelschap", "hebben gezelschap", len(placed)),
        controls=_controls(context),
        questions=tuple(item.text for item in context.config.questions),
        words=tuple(
            Word(context.members[who].name, words.text) for who, words in shared_words(context)
        ),
    )


def console(context: DuoContext) -> Scene | None:
    """The groups as the facilitator can change them; only while people stand together."""
    step = context.step
    if step is None or context.phase.stage not in ("pairs", "talk"):
        return None
    stored = context.view.of(step.key)
    here = present(context, stored)
    return Scene(
        "console.js",
        ("console.css",),
        {
            "slot": f"{step.key}.pairs",
            "made": stored.made,
            "groups": [
                {
                    "key": g.key,
                    "spot": g.spot,
                    "people": [person_json(context, p) for p in g.people],
                }
                for g in here.groups
            ],
            "aside": [person_json(context, one) for one in here.aside],
        },
    )


def _controls(context: DuoContext) -> tuple[Control, ...]:
    chosen = question_for_all(context.config, context.phase)
    options = tuple(
        (item.key, f"{number}. {_cut(item.text)}")
        for number, item in enumerate(context.config.questions, start=1)
    )
    return (
        Control(
            "question", _("Vraag"), chosen.key if chosen else "",
            (("", _("elk duo kiest zelf")), *options),
            _("Een vraag die je kiest, staat op het scherm en op alle gsm’s."),
        ),
        Control(
            "down", _("Telefoons neer"), context.phase.option("down", False) is True,
            help=_("Gsm’s zijn donker tot de klok om is. Een tik maakt ze wakker."),
        ),
    )  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL_LIMIT else text[: _LABEL_LIMIT - 1].rstrip() + "…"
