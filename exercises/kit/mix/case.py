"""Candidates for a track, and who of them can answer whose learning questions. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from exercises.kit.matching.words import content_words, said_by_most
from state.text_rules import name_key

# What the organiser thinks of a candidate; "" for not decided.
Verdict = Literal["", "yes", "maybe", "no", "waiting"]
USUAL_LIMIT = 16


@dataclass(frozen=True)
class MixCandidate:
    """An organisation that applied. `people`: how many take part, from 1. `region` and `sector` as
    typed, "" for nothing. `shows`: area (1 to 4) -> what it does there, never empty. `questions`:
    what it wants to learn. `hosts`, `carried`: whether it is sure that it can receive guests, and
    that its team stands behind it; None where it did not say."""

    id: str
    name: str
    people: int = 2
    region: str = ""
    sector: str = ""
    shows: Mapping[int, str] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    hosts: bool | None = None
    carried: bool | None = None
    verdict: Verdict = ""

    @property
    def region_key(self) -> str:
        """The same for two spellings of one region."""
        return name_key(self.region)

    @property
    def sector_key(self) -> str:
        """The same for two spellings of one sector."""
        return name_key(self.sector)


@dataclass(frozen=True)
class MixQuestion:
    """A learning question of a candidate; `at` counts those of one candidate from 0."""

    candidate: str
    at: int
    text: str


@dataclass(frozen=True)
class MixCase:
    """All candidates, in the order in which they are shown, and how many people may take part."""

    candidates: tuple[MixCandidate, ...] = ()
    limit: int = USUAL_LIMIT

    @cached_property
    def by_id(self) -> Mapping[str, MixCandidate]:
        """The candidates by id."""
        return {one.id: one for one in self.candidates}

    def chosen(self, *verdicts: Verdict) -> tuple[MixCandidate, ...]:
        """The candidates with one of these verdicts, in order."""
        return tuple(one for one in self.candidates if one.verdict in verdicts)

    @cached_property
    def questions(self) -> tuple[MixQuestion, ...]:
        """All learning questions, by candidate."""
        return tuple(
            MixQuestion(one.id, at, text)
            for one in self.candidates
            for at, text in enumerate(one.questions)
        )

    @cached_property
    def answers(self) -> Mapping[MixQuestion, Mapping[str, tuple[str, ...]]]:
        """For each question the candidates that show something about it: id -> the words that the
        two share. Nobody answers the own question."""
        shown = tuple((one.id, tuple(one.shows.values())) for one in self.candidates)
        return _answers(shown, self.questions)

    def answering(self, question: MixQuestion, among: Iterable[str]) -> tuple[str, ...]:
        """The ids of `among` that show something about a question."""
        found = self.answers[question]
        return tuple(one for one in among if one in found)


_Index = Mapping[str, tuple[str, ...]]
_Shown = tuple[tuple[str, tuple[str, ...]], ...]


# A choice makes another case of the same texts.
@lru_cache(maxsize=8)
def _answers(
    shown: _Shown, questions: tuple[MixQuestion, ...]
) -> Mapping[MixQuestion, Mapping[str, tuple[str, ...]]]:
    """As `MixCase.answers`; `shown`: the texts of what each candidate shows."""
    common = said_by_most((one, text) for one, texts in shown for text in texts)
    index = _index(shown, common)
    return {
        question: {
            candidate: tuple(words)
            for candidate, words in _found(question.text, index).items()
            if candidate != question.candidate
        }
        for question in questions
    }


def _index(shown: _Shown, common: frozenset[str]) -> _Index:
    """Stem -> the ids of who uses it in what they show."""
    found: dict[str, list[str]] = {}
    for one, texts in shown:
        stems = {stem for text in texts for stem in content_words(text)}
        for stem in stems - common:
            found.setdefault(stem, []).append(one)
    return {stem: tuple(ids) for stem, ids in found.items()}


def _found(text: str, index: _Index) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stem, word in content_words(text).items():
        for candidate in index.get(stem, ()):
            found.setdefault(candidate, []).append(word)
    return found
