"""What the facilitator can edit in the reflectiefiche, to and from JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from exercises.reflection_sheet import content
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

LABEL_LIMIT = 40
QUESTION_LIMIT = 160
AREAS = (1, 2, 3, 4)


@dataclass(frozen=True)
class Prompt:
    """Something to fill in: a label and a question. `key` stays when the words change: answers
    hang on it."""

    key: str
    label: str
    question: str


@dataclass(frozen=True)
class ReflectionConfig:
    """What is on the sheet. `areas` are the numbers of the areas; `until` an ISO date, or ""."""

    cups: tuple[Prompt, ...]
    conclusions: tuple[Prompt, ...]
    areas: tuple[int, ...] = AREAS
    questions: bool = True
    questions_ask: str = content.QUESTIONS_ASK
    top: bool = True
    top_ask: str = content.TOP_ASK
    until: str = ""

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1, "cups": _stored(self.cups), "conclusions": _stored(self.conclusions),
            "areas": self.areas, "questions": self.questions, "questions_ask": self.questions_ask,
            "top": self.top, "top_ask": self.top_ask, "until": self.until,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> ReflectionConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _prompts(stored["cups"]), _prompts(stored["conclusions"]), tuple(stored["areas"]),
            stored["questions"], stored["questions_ask"], stored["top"], stored["top_ask"],
            stored["until"],
        )  # fmt: skip


def usual() -> ReflectionConfig:
    """The sheet of the method."""
    return ReflectionConfig(
        tuple(Prompt(*cup) for cup in content.CUPS),
        tuple(Prompt(*one) for one in content.CONCLUSIONS),
    )


def with_label(config: ReflectionConfig, key: str, typed: str) -> ReflectionConfig:
    """With another label on a cup or conclusion; Refused when empty or too long."""
    label = one_line(typed, LABEL_LIMIT, _("De titel"))
    return _with(config, key, lambda prompt: replace(prompt, label=label))


def with_question(config: ReflectionConfig, key: str, typed: str) -> ReflectionConfig:
    """With another question at a cup or conclusion; Refused when empty or too long."""
    question = one_line(typed, QUESTION_LIMIT, _("De vraag"))
    return _with(config, key, lambda prompt: replace(prompt, question=question))


def with_questions_ask(config: ReflectionConfig, typed: str) -> ReflectionConfig:
    """With another sentence at the learning questions; Refused when empty or too long."""
    return replace(config, questions_ask=one_line(typed, QUESTION_LIMIT, _("De vraag")))


def with_top_ask(config: ReflectionConfig, typed: str) -> ReflectionConfig:
    """With another sentence at the top 3; Refused when empty or too long."""
    return replace(config, top_ask=one_line(typed, QUESTION_LIMIT, _("De vraag")))


def with_area(config: ReflectionConfig, number: int, on: bool) -> ReflectionConfig:
    """With an area on the sheet or not; Refused when none would be left."""
    left = tuple(area for area in AREAS if (area in config.areas if area != number else on))
    if not left:
        raise Refused(_("Laat minstens één aandachtsgebied op de fiche staan."))
    return replace(config, areas=left)


def with_date(config: ReflectionConfig, day: date | None) -> ReflectionConfig:
    """With the day by which it should be filled in, or none."""
    return replace(config, until=day.isoformat() if day else "")


def _with(
    config: ReflectionConfig, key: str, change: Callable[[Prompt], Prompt]
) -> ReflectionConfig:
    def changed(prompts: tuple[Prompt, ...]) -> tuple[Prompt, ...]:
        return tuple(change(one) if one.key == key else one for one in prompts)

    return replace(config, cups=changed(config.cups), conclusions=changed(config.conclusions))


def _stored(prompts: tuple[Prompt, ...]) -> list[dict[str, str]]:
    return [{"key": one.key, "label": one.label, "question": one.question} for one in prompts]


def _prompts(stored: list[dict[str, str]]) -> tuple[Prompt, ...]:
    return tuple(Prompt(one["key"], one["label"], one["question"]) for one in stored)
