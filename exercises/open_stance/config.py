"""What the facilitator can edit in Open houding, to and from JSON, and the visits of the track."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from exercises.contract import TrackVisit
from exercises.kit.rules.listed import EntryList, read_pasted
from exercises.open_stance import content
from state.ids import new_id
from state.language import _
from state.text_rules import one_line

SENTENCE_LIMIT = 200
EXAMPLES_LIMIT = 20
QUESTIONS_LIMIT = 8
# Between a closed sentence and an open one, in a pasted list.
_BETWEEN = "|"


@dataclass(frozen=True)
class ClosedSentence:
    """A sentence that closes a conversation. `key` stays when it is said better: what people made
    of it is its own. `after`: one way to say it openly, or ""."""

    key: str
    text: str
    after: str = ""


@dataclass(frozen=True)
class StanceConfig:
    """Sentences to turn round; `own`: whether people bring one themselves; `helps`: what helps.

    `questions`: what each couple of a visit agrees, by what is stored. `gone`: sentences that were
    removed after people answered. `visits`: those of the track, which are not stored here.
    """

    examples: tuple[ClosedSentence, ...]
    own: bool = True
    helps: tuple[str, ...] = content.HELPS
    agreements: bool = True
    gone: tuple[ClosedSentence, ...] = ()
    visits: tuple[TrackVisit, ...] = field(default=(), compare=False, repr=False)

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "examples": _stored(self.examples), "own": self.own,
            "helps": self.helps, "agreements": self.agreements, "gone": _stored(self.gone),
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> StanceConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _read(stored["examples"]), stored["own"], tuple(stored["helps"]),
            stored["agreements"], _read(stored.get("gone", ())),
        )  # fmt: skip


LIST = EntryList[StanceConfig, ClosedSentence](
    "examples", EXAMPLES_LIMIT,
    _("Er passen hoogstens {limit} zinnen in de lijst. Dit worden er {count}."), removed="gone",
)  # fmt: skip


def usual() -> StanceConfig:
    """The six sentences of the method."""
    return StanceConfig(
        tuple(
            ClosedSentence(f"e{number}", text, after)
            for number, (text, after) in enumerate(content.EXAMPLES, start=1)
        )
    )


def sentence(text: str, after: str = "", key: str = "") -> ClosedSentence:
    """A sentence from what was typed; Refused when empty or too long."""
    return ClosedSentence(
        key or new_id(), one_line(text, SENTENCE_LIMIT, _("De zin")),
        one_line(after, SENTENCE_LIMIT, _("De open vraag"), required=False),
    )  # fmt: skip


def read(text: str) -> tuple[ClosedSentence, ...]:
    """The sentences of a pasted list, each with an open one behind a stroke where there is one.
    Refused when there is none, or one doesn't fit."""

    def one(entry: str) -> ClosedSentence:
        before, _stroke, after = entry.partition(_BETWEEN)
        return sentence(before, after)

    return read_pasted(
        text, one, nothing=_("Typ of plak eerst een zin."),
        unfit=_("Zin {number} van je lijst: {reason}"),
    )  # fmt: skip


def with_text(config: StanceConfig, key: str, text: str) -> StanceConfig:
    """Change one sentence; Refused when it doesn't fit."""
    return LIST.change(config, key, lambda one: sentence(text, one.after, one.key))


def with_after(config: StanceConfig, key: str, after: str) -> StanceConfig:
    """Change the open sentence that goes with one; Refused when it is too long."""
    return LIST.change(config, key, lambda one: sentence(one.text, after, one.key))


def another(config: StanceConfig, key: str, text: str, answered: Collection[str]) -> StanceConfig:
    """Put another sentence in the place of one; Refused when it doesn't fit."""
    return LIST.another(config, key, sentence(text), answered)


def taken_over(
    config: StanceConfig, other: StanceConfig, answered: Collection[str]
) -> StanceConfig:
    """The content `other` instead of the present one; what people made stays with its sentence."""
    return LIST.taken_over(config, other, answered)


def _stored(sentences: Iterable[ClosedSentence]) -> list[dict[str, Any]]:
    return [{"key": one.key, "text": one.text, "after": one.after} for one in sentences]


def _read(stored: Iterable[dict[str, Any]]) -> tuple[ClosedSentence, ...]:
    return tuple(ClosedSentence(one["key"], one["text"], one["after"]) for one in stored)
