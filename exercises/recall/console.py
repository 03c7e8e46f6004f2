"""What the facilitator is given of the Inleefoefening: the questions to ask, the slips to mark."""

from __future__ import annotations

from exercises.contract import Control, Json, Move, OnBehalf, Panel, Scene
from exercises.kit.rules import naming
from exercises.kit.rules.one_by_one import OneByOne, numbered
from exercises.recall import views_slips as slips
from exercises.recall.accept import WORDS_LIMIT
from exercises.recall.config import PAUSES, RecallQuestion
from exercises.recall.content import FEELINGS
from exercises.recall.model import (
    LIGHT,
    LISTEN,
    NOW,
    PAGE,
    WARM,
    WORDS,
    Memory,
    current,
    place,
    visibility,
)
from exercises.recall.views_slips import RecallContext
from state.language import _, ngettext

_PAUSE, _SOUND = "pause", "sound"
# Of the slips that are not in the light so many are listed there; the others are at their question.
_MOST_DARK = 200


def lacks(context: RecallContext) -> str:
    """That there is nothing to remember, as long as no question is on the list."""
    if context.config.questions:
        return ""
    return _("Er staan nog geen vragen op de lijst.")


def note_on(context: RecallContext) -> str | None:
    """A question, or the light; in the dark nothing is noted."""
    here = place(context.config, context.phase)
    return None if here == LISTEN else here


def panel(context: RecallContext) -> Panel:
    """In the dark the questions to ask; then who wrote, and the switches."""
    here = place(context.config, context.phase)
    if here == LISTEN:
        return Panel(
            controls=_listening(context), count=context.view.asked,
            total=len(context.config.questions),
            summary=_("vragen gesteld"),
            onward=_next_question(context), backward=_turns(context).backward(_("Een vraag terug")),
            skip=_not_asked(context), page=_asked_now(context),
        )  # fmt: skip
    if here == LIGHT:
        warm = sum(one.warm for of in context.view.slips.values() for one in of)
        return Panel(
            count=warm, total=sum(context.view.counts.values()),
            summary=_laid_summary(warm),
            controls=_showing(context), moves=_paging(context),
        )  # fmt: skip
    answered = context.present(one.person for one in context.view.of(here))
    return Panel(
        answered=answered,
        done_word=_("schreef"), waiting_word=_("nog niet"),
        summary=ngettext("schreef iets", "schreven iets", len(answered)),
        controls=_showing(context), moves=_paging(context),
        on_behalf=OnBehalf(
            f"{here}.{WORDS}", "text", limit=WORDS_LIMIT,
            label=_("Wat komt er op het briefje van deze persoon?"),
        ),
    )  # fmt: skip


def _laid_summary(warm: int) -> str:
    """What is counted in the light; as long as that is nothing also where it is laid there, as a
    remote has no slips."""
    counted = _("briefjes in het licht")
    if warm:
        return counted
    return " ".join((f"{counted}.", _("In de regie leg je ze erin.")))


def pause(context: RecallContext) -> int:
    """Seconds of silence after a question, as switched, else as configured."""
    chosen = context.phase.option(_PAUSE, str(context.config.pause))
    return next((one for one in PAUSES if str(one) == chosen), context.config.pause)


def console(context: RecallContext) -> Scene:
    """The questions to ask aloud; or the slips of the step, each to be marked."""
    here = place(context.config, context.phase)
    laid = [] if here == LISTEN else _slips(context)
    others = _in_the_dark(context) if here == LIGHT else []
    data: Json = {
        "place": here if here in (LISTEN, LIGHT) else "question",
        "opening": context.config.opening,
        "questions": [one.text for one in context.config.questions],
        "asked": context.view.asked, "slot": f"{LISTEN}.{NOW}", "pause": pause(context),
        "sound": bool(context.phase.option(_SOUND, context.config.sound)),
        "slips": [*laid, *others[:_MOST_DARK]], "more": len(others[_MOST_DARK:]),
    }  # fmt: skip
    return Scene("console.js", ("console.css",), data)


def _slips(context: RecallContext) -> list[Json]:
    """The slips of the step in the order of the screen, those that are on it now told apart. A
    slip without words can't be marked."""
    shown = {one.written.key for one in slips.sheet(context).laid}
    found = []
    for group in slips.gathered(context):
        for one, words in zip(group.slips, slips.written(context, group.slips), strict=True):
            found.append({
                **_slip(one, words.who), "shown": one.key in shown,
                "host": group.host.name if group.host else "",
            })  # fmt: skip
    return found


def _in_the_dark(context: RecallContext) -> list[Json]:
    """The slips with words that are not in the light, question by question: each can still be laid
    there."""
    left = [
        one for question in context.config.questions
        for one in context.view.of(question.key) if one.text and not one.warm
    ]  # fmt: skip
    return [
        {**_slip(one, words.who), "shown": False, "host": ""}
        for one, words in zip(left, slips.written(context, left), strict=True)
    ]


def _slip(one: Memory, who: str) -> Json:
    return {
        "key": one.key, "text": one.text, "feeling": FEELINGS.get(one.feeling, ""),
        "warm": one.warm, "slot": f"{one.question}.{WARM}{one.key}", "who": who,
    }  # fmt: skip


def _next_question(context: RecallContext) -> Move | None:
    """Shows the next question, to be said aloud; None once all are asked."""
    turns = _turns(context)
    label = _("Stel de volgende vraag") if turns.now else _("Stel de eerste vraag")
    return turns.onward(label, lambda question: question.text if question else "")


def _turns(context: RecallContext) -> OneByOne[RecallQuestion | None]:
    """The questions that are asked aloud, after a while in which none is."""
    asked = (None, *context.config.questions)
    return numbered(f"{LISTEN}.{NOW}", asked, context.view.asked, "n")


def _asked_now(context: RecallContext) -> str:
    now = _turns(context).now
    return _("Nu: {question}").format(question=now.text) if now else ""


def _not_asked(context: RecallContext) -> str:
    left = max(0, len(context.config.questions) - context.view.asked)
    return ngettext(
        "Eén vraag is nog niet gesteld.", "{n} vragen zijn nog niet gesteld.", left
    ).format(n=left)  # fmt: skip


def _paging(context: RecallContext) -> tuple[Move, ...]:
    sheet = slips.sheet(context)
    slot = f"{place(context.config, context.phase)}.{PAGE}"
    turns = numbered(slot, range(sheet.total), sheet.number, "n")
    return turns.moves(_("Volgend blad"), _("Vorig blad"))


def _listening(context: RecallContext) -> tuple[Control, ...]:
    words = {
        str(one): _("{n} seconden").format(n=one) if one else _("eigen tempo") for one in PAUSES
    }
    return (
        Control(_PAUSE, _("Stilte na een vraag"), str(pause(context)), tuple(words.items())),
        Control(
            _SOUND, _("Zachte klank na de stilte"),
            bool(context.phase.option(_SOUND, context.config.sound)),
        ),
    )  # fmt: skip


def _showing(context: RecallContext) -> tuple[Control, ...]:
    lit = current(context.config, context.phase) is None
    answered = any(context.view.counts.values())
    ask = _(
        "Dan leest iedereen bij welke gastheer het was, ook wat minder warm was."
        " Vraag eerst aan de groep of dit goed is."
    )
    return (
        Control(
            slips.BY_IN_LIGHT if lit else slips.BY, _("Hoe liggen de briefjes?"),
            slips.way(context),
            (
                (slips.QUESTION, _("per vraag")), (slips.HOST, _("per gastheer")),
                (slips.MIXED, _("door elkaar")),
            ),
            asks={slips.HOST: ask} if answered and not lit else {},
        ),
        naming.control(
            _("Wie schreef wat?"), visibility(context.config, context.phase), answered=answered,
            unnamed=_("Op hun gsm stond toen: op het scherm zonder je naam."),
        ),
    )  # fmt: skip
