"""Judges what comes in on the Inleefoefening: words, a feeling, a host, and the marks of the
group."""

from __future__ import annotations

from typing import Any

from exercises.contract import Accepted, Entry, Phase
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from exercises.recall.config import RecallConfig, RecallQuestion
from exercises.recall.content import FELT
from exercises.recall.model import (
    FEELING,
    LIGHT,
    LISTEN,
    NOW,
    PAGE,
    PICK,
    WARM,
    WORDS,
    RecallView,
    current,
    hosts_of,
    place,
    slip_key,
    steps,
)
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

# As many as a slip on the screen holds: two lines of its smallest letters.
WORDS_LIMIT = 70

RecallEntry = Entry[RecallConfig, RecallView]


def accept(entry: RecallEntry) -> Accepted:
    """Judge an answer by its slot (see model.py)."""
    if entry.author == FACILITATOR:
        return _of_facilitator(entry)
    if entry.slot == PICK:
        return _pick(entry)
    key, _dot, part = entry.slot.rpartition(".")
    if part not in (WORDS, FEELING):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    question = _question(entry, key)
    if part == WORDS:
        # Words are accepted after their step too, as somebody may still have been typing.
        words = judged_words(entry.payload, WORDS_LIMIT, _("Je briefje"))
        return Accepted({**words.payload, "host": _host(entry)})
    if question == current(entry.config, entry.phase) and not entry.phase.open:
        raise Refused(_("De begeleider heeft de briefjes vastgelegd. Vertel het straks zelf."))
    return Accepted({FEELING: FELT.judged(entry.payload), "host": _host(entry)})


def offered_hosts(entry: RecallEntry) -> tuple[str, ...]:
    """Whom the author may remember: the hosts of the own visits; in a track without any visit,
    every other organisation."""
    member, visits = entry.member, entry.visits()
    if visits or member is None:
        return hosts_of(member, visits)
    return tuple(
        one.id for one in entry.parties().values()
        if not one.gone and one.id != member.organisation_id
    )  # fmt: skip


def _question(entry: RecallEntry, key: str) -> RecallQuestion:
    found = next((one for one in entry.config.questions if one.key == key), None)
    if found is None:
        raise Refused(_("Deze vraag is weggehaald. Je hoeft niets meer te doen."))
    reached = [one.key for one in steps(entry.config)][: entry.phase.step + 1]
    if key not in reached:
        raise Refused(_("Deze vraag komt nog. Wacht op de begeleider."))
    return found


def _host(entry: RecallEntry) -> str:
    """The host that the author remembers: the one that was picked, else the only one visited."""
    offered = offered_hosts(entry)
    picked = (entry.stored(entry.author, PICK) or {}).get("host")
    if picked in offered or picked == "":
        return str(picked)
    return offered[0] if entry.visits() and len(offered) == 1 else ""


def _pick(entry: RecallEntry) -> Accepted:
    host = entry.payload.get("host")
    if not isinstance(host, str):
        raise Refused(_("Deze keuze is niet te lezen. Probeer het nog eens."))
    if host and host not in offered_hosts(entry):
        raise Refused(_("Daar ging je niet op bezoek, of het bezoek viel weg. Kies een andere."))
    return Accepted({"host": host})


def _of_facilitator(entry: RecallEntry) -> Accepted:
    key, _dot, part = entry.slot.rpartition(".")
    if part.startswith(WARM):
        return _mark(entry, key, part.removeprefix(WARM))
    if key == LISTEN and part == NOW:
        return judged_number(entry.payload, "n", len(entry.config.questions))
    if part == PAGE and key in {one.key for one in steps(entry.config)}:
        return judged_number(entry.payload, "n")
    raise Refused(_("Alleen de deelnemers zelf schrijven hier."))


def _mark(entry: RecallEntry, question: str, key: str) -> Accepted:
    on, text = entry.payload.get("on"), entry.payload.get("text")
    if not isinstance(on, bool):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    slips = {one.person: one for one in entry.load().of(question)}
    person = entry.whose(key, lambda one: slip_key(one, question), slips)
    slip = slips.get(person or "")
    if slip is None or not slip.text:
        raise Refused(_("Dit briefje ligt er niet meer."))
    if on and text != slip.text:
        raise Refused(_("Dit briefje veranderde net. Lees het nog eens voor."))
    return Accepted({"on": on, "text": slip.text})


def rehearse(config: RecallConfig, phase: Phase, chance: float) -> tuple[str, dict[str, Any]]:
    """What a phone may send: words at a question, elsewhere that it remembers no host."""
    here = place(config, phase)
    if here in (LISTEN, LIGHT):
        return PICK, {"host": ""}
    return f"{here}.{WORDS}", {"text": _("Iemand hield de deur open ({n})").format(
        n=round(chance * 1000)
    )}  # fmt: skip
