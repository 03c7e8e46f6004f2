"""Beginoefening as a pure model: sentences, and the page that is shown.

Slots: of each person "ask.text" {text} and "ask.when" {when}, a key of `content.WHENS` or "" for
none; of the facilitator "ask.page" {page}, from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exercises.contract import Answer, Context, Member, Phase, Role, Stage, Step
from exercises.kit.rules import naming
from exercises.kit.rules.choice import Choice
from exercises.kit.rules.naming import Visibility
from exercises.starter import content
from exercises.starter.config import StarterConfig
from state.language import _
from state.models import FACILITATOR

STEP = "ask"
TEXT, WHEN, PAGE = f"{STEP}.text", f"{STEP}.when", f"{STEP}.page"
# Next: what is chosen of several is a `Choice`, from the key that is stored to the words.
STARTS = Choice[str](content.WHENS, "when", "", content.NOT_YET)
WRITE, READ = "write", "read"
# Next: the stages that each step goes through, with what is open and shown as each begins.
STAGES = (
    Stage(WRITE, _("Schrijven"), _("Laat iedereen schrijven"), open=True, shown=False),
    Stage(READ, _("Samen lezen"), _("Toon de zinnen"), open=True, shown=True),
)


@dataclass(frozen=True)
class StarterSentence:
    """What one person wrote, and a key of `content.WHENS` or ""; `text` is "" for who may only know
    that somebody wrote."""

    person: str
    text: str
    when: str = ""


@dataclass(frozen=True)
class StarterView:
    """The sentences in alphabetical order, which does not tell who wrote first, and the page of
    them that is on the screen, from 0."""

    sentences: tuple[StarterSentence, ...] = ()
    page: int = 0


StarterContext = Context[StarterConfig, StarterView]


# Next: a step for each question where there are more, with a key that stays when its words change
# (see kit/rules/listed.py), and answers in slots that begin with that key.
def steps(config: StarterConfig) -> tuple[Step, ...]:
    """One step for the one question."""
    return (Step(STEP, config.ask),)


def visibility(context: StarterContext) -> Visibility:
    """Who is named: as switched on the console, else as configured."""
    return naming.chosen(context.phase, context.config.visibility)


# Next: read each kind of answer here; the result may not depend on the order of the answers.
def fold(config: StarterConfig, answers: Sequence[Answer]) -> StarterView:
    """Put all answers together, whatever their order."""
    texts: dict[str, str] = {}
    whens: dict[str, str] = {}
    page = 0
    for one in answers:
        if one.author == FACILITATOR:
            page = one.payload["page"] if one.slot == PAGE else page
        elif one.slot == TEXT:
            texts[one.author] = one.payload["text"]
        elif one.slot == WHEN:
            whens[one.author] = STARTS.stored(one.payload)
    found = [StarterSentence(who, text, whens.get(who, "")) for who, text in texts.items() if text]
    found.sort(key=lambda one: (one.text.casefold(), one.text, one.person))
    return StarterView(tuple(found), page)


# Next: take away here whatever a role may not see yet, since all that is left can be read in the
# browser.
def public(view: StarterView, phase: Phase, role: Role, me: Member | None) -> StarterView:
    """What a role may see: a phone nothing of others; the screen only who wrote until the sentences
    are shown; the console all of it."""
    if role == "phone":
        return StarterView()
    if role == "screen" and not phase.shown:
        return StarterView(tuple(replace(one, text="", when="") for one in view.sentences))
    return view
