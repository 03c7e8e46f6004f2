"""What phone and screen are given of Beginoefening."""

from __future__ import annotations

from exercises.contract import Json, Scene
from exercises.kit.rules.prose import signed
from exercises.starter.accept import TEXT_LIMIT
from exercises.starter.model import TEXT, StarterContext, StarterSentence, visibility

# As many as stay readable at the back of a hall.
PER_PAGE = 6


# Next: give a phone what is its own from `context.mine`, which costs nothing, where `context.view`
# folds the answers of everybody.
def phone(context: StarterContext) -> Scene:
    """The question, and the own sentence."""
    data: Json = {
        "ask": context.config.ask, "slot": TEXT, "limit": TEXT_LIMIT,
        "text": context.mine.get(TEXT, {}).get("text", ""), "visibility": visibility(context),
    }  # fmt: skip
    return Scene("phone.js", ("phone.css",), data)


# Next: people are never sent by their id; where a script must tell them apart, send
# `context.alias(id)`.
def screen(context: StarterContext) -> Scene:
    """The question and how many wrote; once shown, a page of sentences."""
    wrote = {one.person for one in written(context)}
    found = pages(context) if context.phase.shown else []
    at = page_of(context)
    data: Json = {
        "ask": context.config.ask, "shown": context.phase.shown,
        "wrote": len(wrote), "present": context.awaited(wrote),
        "sentences": found[at] if found else [], "page": at + 1, "pages": len(found),
    }  # fmt: skip
    return Scene("screen.js", ("screen.css",), data)


def written(context: StarterContext) -> list[StarterSentence]:
    """The sentences of people who are known."""
    here = context.present(one.person for one in context.view.sentences)
    return [one for one in context.view.sentences if one.person in here]


def said(context: StarterContext, one: StarterSentence) -> Json:
    """A sentence, with who wrote it as far as people are named."""
    who, tile = signed(context.members.get(one.person), visibility(context))
    return {"text": one.text, "who": who, "tile": tile}


def pages(context: StarterContext) -> list[list[Json]]:
    """All sentences, page by page."""
    there = [said(context, one) for one in written(context)]
    return [there[at : at + PER_PAGE] for at in range(0, len(there), PER_PAGE)]


def page_of(context: StarterContext) -> int:
    """The page that is shown, from 0."""
    return max(0, min(context.view.page, len(pages(context)) - 1))
