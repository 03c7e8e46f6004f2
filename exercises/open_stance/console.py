"""What the facilitator is given of Open houding: who wrote, and what is on the screen."""

from __future__ import annotations

from exercises.contract import Control, OnBehalf, Panel, Word
from exercises.kit.rules.counts import of_all
from exercises.open_stance import model, views
from exercises.open_stance.config import SENTENCE_LIMIT
from exercises.open_stance.model import AFTER, AGREE, LOOK, StanceContext
from state.language import _, ngettext

_LABEL_LENGTH = 60


def lacks(context: StanceContext) -> str:
    """That there is nothing to turn round, as long as no sentence is on the list."""
    if model.sentences(context.config):
        return ""
    return _("Er staan nog geen zinnen op de lijst.")


def panel(context: StanceContext) -> Panel:
    """Who wrote, or which couples agreed, and the switches of the screen."""
    if context.phase.stage == AGREE:
        return _agreements(context)
    writers = context.present(context.view.writers)
    sentence = views.shown(context)
    words = context.view.changes(sentence.key) if sentence else []
    return Panel(
        answered=writers,
        done_word=_("schreef iets"),
        waiting_word=_("nog niets"),
        summary=ngettext("schreef al", "schreven al", len(writers)),
        controls=_controls(context),
        words=tuple(Word("", text) for text in words) if context.phase.stage == LOOK else (),
        on_behalf=OnBehalf(
            f"{sentence.key}.{AFTER}",
            "text",
            limit=SENTENCE_LIMIT,
            label=_("Welke open vraag stelt deze persoon?"),
        )
        if sentence
        else None,
    )


def unfinished(context: StanceContext) -> str:
    """The couples that agreed nothing yet, once they were asked to."""
    there = views.couples(context) if context.config.agreements else []
    left = [one for one in there if not one["filled"]]
    if context.phase.stage != AGREE or not left:
        return ""
    return ngettext(
        "Eén koppel sprak nog niets af.", "{n} koppels spraken nog niets af.", len(left)
    ).format(n=len(left))


def _agreements(context: StanceContext) -> Panel:
    there = views.couples(context)
    done = sum(one["filled"] > 0 for one in there)
    return Panel(
        summary=of_all(
            done, len(there), alone=_("koppel sprak iets af"), one=_("koppels sprak iets af"),
            more=_("koppels spraken iets af"),
        ),
        count=done, total=len(there),
    )  # fmt: skip


def _controls(context: StanceContext) -> tuple[Control, ...]:
    sentence = views.shown(context)
    if context.phase.stage != LOOK or sentence is None:
        return ()
    there = tuple((one.key, _short(one.text)) for one in model.sentences(context.config))
    found = [Control("sentence", _("Welke zin staat op het scherm?"), sentence.key, there)]
    last = views.pages(context, sentence)
    if last > 1:
        pages = tuple((str(n), str(n)) for n in range(1, last + 1))
        found.append(Control("page", _("Blad"), context.phase.option("page", "1"), pages))
    if sentence.after:
        shown = context.phase.option("after", False) is True
        found.append(Control("after", _("Toon een mogelijke open vraag"), shown))
    return tuple(found)


def _short(text: str) -> str:
    return text if len(text) <= _LABEL_LENGTH else f"{text[: _LABEL_LENGTH - 1].rstrip()}…"
