"""The lenses as a pure model: each story with its tellers, who listens through what, and remarks.

Each story is a step: people listen, remarks are gathered by lens, and the tellers answer some.
Slots, "<story>" being the key of a story:

    "<story>.said-<n>"   {text, kind, lens, prompt, area, key}: a remark; each person's own
    "<story>.card-<note>~<photo>"  {on, n}: a note to show, at place n; of the visiting organisation
    "<story>.told"       {text}: what a teller wrote to show; each person's own
    "<story>.at"         {at, far}: the page that is on the screen, 0 for the title; `far`: the
                         furthest page that was, not known of what was stored by earlier versions
    "<story>.pick-<key>" {on, open}: a remark that the tellers answer; open: large on the screen
    "<story>.by"         {who}: who tells; "<story>.shelf" {at}: the page of the shelf
    "<story>.dealt"      {held, told}: person -> lens, whether somebody told; from `settle` alone

What tellers and facilitator both may turn has an owner each; the later one counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.kit.rules.keys import key_of
from exercises.lenses.config import LensesConfig, Story
from state.language import _
from state.models import FACILITATOR

LISTEN, GATHER, ANSWER = "listen", "gather", "answer"
STAGES = (
    Stage(LISTEN, _("Vertellen en luisteren"), _("Naar dit verhaal"), open=True, shown=False),
    Stage(GATHER, _("Door de brillen"), _("Toon wat de brillen zagen"), open=True, shown=True),
    Stage(ANSWER, _("Antwoorden"), _("De vertellers antwoorden"), open=True, shown=True),
)
GATHERED = (GATHER, ANSWER)
SAID, CARD, PICK = "said-", "card-", "pick-"
TOLD, AT, BY, SHELF, DEALT = "told", "at", "by", "shelf", "dealt"
BETWEEN = "~"
Teller = Literal["guests", "host", "nobody"]
TELLERS: tuple[Teller, ...] = ("guests", "host", "nobody")


@dataclass(frozen=True)
class LensRemark:
    """What a listener said; whose it is stands only in `LensesView.writers`, and `key` does not
    tell. `lens`: its key; `prompt`: the question that it answers, or ""; `area`: 1 to 4, or None;
    `picked`: the tellers chose to answer it."""

    key: str
    story: str
    text: str
    lens: str
    kind: Literal["remark", "question"] = "remark"
    prompt: str = ""
    area: int | None = None
    picked: bool = False
    order: int = 0


@dataclass(frozen=True)
class StoryCard:
    """A note that tellers chose to show: its id, and that of one of its photos or ""."""

    note: str
    photo: str
    place: int = 0


@dataclass(frozen=True)
class ToldStory:
    """How far a story is. `cards` in their order; `texts`: (person, text) of what tellers wrote;
    `page`: what the screen shows, 0 for the title; `far`: the furthest page that it showed, None
    where that is not known; `held`: person -> key of the lens; `dealt_at` orders the deals;
    `large`: the key of the remark that is shown large, or ""; `worn`: the lenses that anybody
    holds, which every role may know; `heard`: somebody told it."""

    story: Story
    cards: tuple[StoryCard, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    page: int = 0
    by: Teller = "guests"
    held: Mapping[str, str] = field(default_factory=dict)
    dealt_at: int = 0
    shelf: int = 0
    large: str = ""
    worn: frozenset[str] = frozenset()
    heard: bool = False
    far: int | None = 0

    def is_told_by(self, member: Member | None) -> bool:
        """Whether somebody tells it."""
        return tells(self.story, self.by, member)


@dataclass(frozen=True)
class LensesView:
    """All stories in their order, and what was said of each in the order in which it came.
    `gathered`: keys of the stories whose remarks are for everybody; `counts`: how many remarks
    there are, also for who may not read them; `writers`: by person the remarks with their slots."""

    stories: Mapping[str, ToldStory] = field(default_factory=dict)
    remarks: Mapping[str, tuple[LensRemark, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    gathered: frozenset[str] = frozenset()
    writers: Mapping[str, Mapping[str, LensRemark]] = field(default_factory=dict)

    def of(self, story: str) -> tuple[LensRemark, ...]:
        """What was said of a story."""
        return self.remarks.get(story, ())

    def own(self, person: str) -> dict[str, tuple[LensRemark, ...]]:
        """What one person said, by story."""
        found: dict[str, list[LensRemark]] = {}
        for one in self.writers.get(person, {}).values():
            found.setdefault(one.story, []).append(one)
        return {key: tuple(of) for key, of in found.items()}


def steps(config: LensesConfig) -> tuple[Step, ...]:
    """A step for each story."""
    return tuple(
        Step(one.key, one.title or _("Verhaal {n}").format(n=at),
             forward=_("Begin met de verhalen") if at == 1 else _("Naar het volgende verhaal"))
        for at, one in enumerate(config.stories, start=1)
    )  # fmt: skip


def current(config: LensesConfig, phase: Phase) -> Story:
    """The story that is told now."""
    found = config.stories
    return found[min(phase.step, len(found) - 1)]


def clock(config: LensesConfig, phase: Phase) -> float | None:
    """Each story begins with its own clock, which goes on until the next one."""
    return config.story_minutes if phase.stage == LISTEN else None


def is_guest(story: Story, member: Member | None) -> bool:
    """Whether somebody was a guest on the visit of a story."""
    if member is None or not story.visitor or member.organisation_id != story.visitor:
        return False
    return not story.people or member.id in story.people


def tells(story: Story, by: Teller, member: Member | None) -> bool:
    """Whether somebody tells a story: its guests, or its hosts where these took it over."""
    if by == "host":
        return member is not None and bool(story.host) and member.organisation_id == story.host
    return by == "guests" and is_guest(story, member)


def listens(story: Story, by: Teller, member: Member) -> bool:
    """Whether somebody holds a lens: who was there as a guest, or tells, does not."""
    return not is_guest(story, member) and not tells(story, by, member)


def remark_key(person: str, slot: str) -> str:
    """The key of a remark, which does not tell whose it is."""
    return key_of(slot, person)


def card_slot(story: str, note: str, photo: str) -> str:
    """The slot of a card."""
    return f"{story}.{CARD}{note}{BETWEEN}{photo}"


@dataclass
class _StoryAnswers:
    """The answers of one story, sorted by what they are, while they are read."""

    said: list[Answer] = field(default_factory=list)
    cards: dict[str, Answer] = field(default_factory=dict)
    texts: list[Answer] = field(default_factory=list)
    picks: dict[str, Answer] = field(default_factory=dict)
    last: dict[str, Answer] = field(default_factory=dict)

    def take(self, part: str, one: Answer) -> None:
        """Put an answer in its place."""
        if part.startswith(SAID):
            self.said.append(one)
        elif part.startswith(CARD):
            _keep_later(self.cards, part.removeprefix(CARD), one)
        elif part.startswith(PICK):
            _keep_later(self.picks, part.removeprefix(PICK), one)
        elif part == TOLD:
            self.texts.append(one)
        else:
            _keep_later(self.last, part, one)

    def payload(self, part: str) -> Mapping[str, Any]:
        """What was sent last in a part of the story."""
        found = self.last.get(part)
        return found.payload if found else {}

    def story(self, story: Story) -> ToldStory:
        """The story as far as it is."""
        cards = [
            StoryCard(*ref.partition(BETWEEN)[::2], one.payload.get("n", 0))
            for ref, one in self.cards.items() if one.payload.get("on")
        ]  # fmt: skip
        texts = sorted(self.texts, key=lambda one: (one.author == FACILITATOR, one.author))
        large = [
            (one.order, key) for key, one in self.picks.items()
            if one.payload.get("on") and one.payload.get("open")
        ]  # fmt: skip
        dealt = self.last.get(DEALT)
        return ToldStory(
            story, tuple(sorted(cards, key=lambda one: (one.place, one.note, one.photo))),
            tuple((one.author, one.payload["text"]) for one in texts if one.payload["text"]),
            self.payload(AT).get("at", 0), self.payload(BY).get("who", "guests"),
            self.payload(DEALT).get("held", {}), dealt.order if dealt else 0,
            self.payload(SHELF).get("at", 0), max(large, default=(0, ""))[1],
            frozenset(self.payload(DEALT).get("held", {}).values()), self._heard, self._far,
        )  # fmt: skip

    @property
    def _far(self) -> int | None:
        found: int | None = self.payload(AT).get("far") if AT in self.last else 0
        return found

    @property
    def _heard(self) -> bool:
        """Whether somebody told; of stories that were dealt before this was kept, they did."""
        dealt, page = self.payload(DEALT), self.payload(AT).get("at", 0)
        said = any(one.payload.get("text") for one in self.said)
        return bool(dealt.get("told", dealt.get("held"))) or bool(page) or said

    def remarks(self, story: str, writers: dict[str, dict[str, LensRemark]]) -> list[LensRemark]:
        """What was said, in the order in which it came; also put among what its `writers` said."""
        found = []
        for one in self.said:
            if one.payload.get("text"):
                remark = self._remark(story, one)
                found.append(remark)
                writers.setdefault(one.author, {})[one.slot] = remark
        return found

    def _remark(self, story: str, one: Answer) -> LensRemark:
        sent = one.payload
        # It keeps its key where it is read without its author.
        key = sent.get("key") or remark_key(one.author, one.slot)
        picked = self.picks.get(key)
        return _made(
            key, story, sent["text"], sent.get("lens", ""), sent.get("kind", "remark"),
            sent.get("prompt", ""), sent.get("area"),
            bool(picked and picked.payload.get("on")), one.order,
        )  # fmt: skip


# Each answer of a full hall folds all remarks once more: those that did not change are kept.
@lru_cache(maxsize=8192)
def _made(
    key: str, story: str, text: str, lens: str, kind: Literal["remark", "question"], prompt: str,
    area: int | None, picked: bool, order: int,
) -> LensRemark:  # fmt: skip
    return LensRemark(key, story, text, lens, kind, prompt, area, picked, order)


def _keep_later(found: dict[str, Answer], key: str, one: Answer) -> None:
    if key not in found or found[key].order <= one.order:
        found[key] = one


def fold(config: LensesConfig, answers: Sequence[Answer]) -> LensesView:
    """Put all answers together, whatever their order."""
    reading: dict[str, _StoryAnswers] = {}
    for one in sorted(answers, key=lambda answer: (answer.order, answer.author, answer.slot)):
        key, _dot, part = one.slot.rpartition(".")
        reading.setdefault(key, _StoryAnswers()).take(part, one)
    stories = {one.key: reading.get(one.key, _StoryAnswers()).story(one) for one in config.stories}
    writers: dict[str, dict[str, LensRemark]] = {}
    # What was said of a story that is skipped since is kept for when it is told again.
    remarks = {key: tuple(reading[key].remarks(key, writers)) for key in stories if key in reading}
    counts = {key: len(of) for key, of in remarks.items()}
    return LensesView(stories, remarks, counts, writers=writers)


def public(view: LensesView, phase: Phase, role: Role, me: Member | None) -> LensesView:
    """What a role may see. The screen: of the story that is on what was chosen to show, and its
    remarks once they are gathered, without whose. A phone: the own lens and remarks, and for who
    tells what the screen has. Only the console knows every lens, to deal the next ones."""
    keys = list(view.stories)
    at = min(phase.step, len(keys) - 1)
    now = keys[at] if keys else ""
    gathered = frozenset(keys[:at]) | ({now} if phase.stage in GATHERED else set())
    if role == "console":
        return replace(view, gathered=gathered)
    story = view.stories.get(now)
    shows = role == "screen" or (story is not None and story.is_told_by(me))
    mine = view.own(me.id) if me else {}
    stories = {
        key: replace(_bare(one, me), cards=one.cards, texts=one.texts)
        if key == now and shows else _bare(one, me)
        for key, one in view.stories.items()
    }  # fmt: skip
    if shows and now in gathered and (phase.shown or role == "phone"):
        # What somebody who tells now said at other stories stays that person's.
        mine = {**mine, now: view.of(now)}
    writers = {me.id: view.writers.get(me.id, {})} if me else {}
    return LensesView(stories, mine, view.counts, gathered, writers)


def _bare(one: ToldStory, me: Member | None) -> ToldStory:
    """A story with nothing of what others chose, wrote or hold."""
    held = {me.id: one.held[me.id]} if me and me.id in one.held else {}
    return replace(one, cards=(), texts=(), held=held)


def shown_notes(view: LensesView) -> frozenset[str]:
    """The ids of the notes that are chosen to be shown."""
    return frozenset(card.note for one in view.stories.values() for card in one.cards)


def shown_photos(view: LensesView) -> frozenset[str]:
    """The ids of the photos that are chosen to be shown."""
    return frozenset(
        card.photo for one in view.stories.values() for card in one.cards if card.photo
    )
