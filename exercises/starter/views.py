"""What phone and screen are given of Beginoefening."""

from __future__ import annotations

from exercises.contract import Json, Scene
from exercises.kit.rules.one_by_one import OneByOne, numbered
from exercises.kit.rules.prose import signed
from exercises.starter import content
from exercises.starter.accept import TEXT_LIMIT
from exercises.starter.model import (
    PAGE,
    STARTS,
    TEXT,
    WHEN,
    StarterContext,
    StarterSentence,
    visibility,
)

# As many as stay readable at the back of a hall.
PER_PAGE = 6


# Next: give a phone what is its own from `context.mine`, which costs nothing, where `context.view`
# folds the answers of everybody.
def phone(context: StarterContext) -> Scene:
    """The question, the own sentence and the own choice."""
    data: Json = {
        "ask": context.config.ask, "slot": TEXT, "limit": TEXT_LIMIT,
        "text": context.mine.get(TEXT, {}).get("text", ""), "visibility": visibility(context),
        "when_ask": content.WHEN_ASK, "when": STARTS.sent(WHEN, context.mine.get(WHEN)),
    }  # fmt: skip
    return Scene("phone.js", ("../../kit/browser/choose_one.css", "phone.css"), data)


# Next: people are never sent by their id; where a script must tell them apart, send
# `context.alias(id)`.
def screen(context: StarterContext) -> Scene:
    """The question and how many wrote; once shown, a page of sentences."""
    wrote = {one.person for one in written(context)}
    turns = pages(context)
    shown = turns.now if context.phase.shown else None
    data: Json = {
        "ask": context.config.ask, "shown": context.phase.shown,
        "wrote": len(wrote), "present": context.awaited(wrote),
        "sentences": shown or [], "page": turns.at + 1, "pages": len(turns.things),
    }  # fmt: skip
    return Scene("screen.js", ("screen.css",), data)


def written(context: StarterContext) -> list[StarterSentence]:
    """The sentences of people who are known."""
    here = context.present(one.person for one in context.view.sentences)
    return [one for one in context.view.sentences if one.person in here]


def said(context: StarterContext, one: StarterSentence) -> Json:
    """A sentence with when it begins, and who wrote it as far as people are named."""
    who, tile = signed(context.members.get(one.person), visibility(context))
    return {"text": one.text, "when": STARTS.words(one.when), "who": who, "tile": tile}


# Next: what comes on the screen one by one is in kit/rules/one_by_one.py; where people can take it
# back meanwhile, it is `keyed` (see quotes).
def pages(context: StarterContext) -> OneByOne[list[Json]]:
    """All sentences, page by page as the facilitator turns them."""
    there = [said(context, one) for one in written(context)]
    cut = [there[at : at + PER_PAGE] for at in range(0, len(there), PER_PAGE)]
    return numbered(PAGE, cut, context.view.page)
