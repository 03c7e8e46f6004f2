"""Applications as HTML for st.html; what people typed is made safe here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exercises.kit.drawing.svg import safe
from exercises.kit.mix.case import MixCandidate
from exercises.kit.rules.prose import listed
from pages.desk import drawings
from state.application_answers import Applicant, ApplicationAnswers
from state.call_form import CallForm
from state.language import _

_MOST_FIGURES, _ICON = 4, 26


def head(candidate: MixCandidate, second: str) -> str:
    """Who applied: name, kind and place, as many figures as people, and one line about them."""
    where = ", ".join(filter(None, (_lower(candidate.sector), candidate.region)))
    figures = drawings.people([(None, "staat")] * min(candidate.people, _MOST_FIGURES), 20)
    people = _("één mens") if candidate.people == 1 else _("{n} mensen").format(n=candidate.people)
    return (
        f'<div class="odv-candidate"><span class="odv-who"><b translate="no">'
        f'{safe(candidate.name)}</b><span class="odv-where">{safe(where)}</span></span>'
        f'<span class="odv-figures" role="img" aria-label="{safe(people)}">{figures}</span>'
        f'<span class="odv-line">{safe(second)}</span></div>'
    )


def told(
    answers: ApplicationAnswers, area_names: Mapping[int, str],
    others: Sequence[tuple[str, str]], form: CallForm,
) -> str:  # fmt: skip
    """What an application says, a heading for each; what was left empty is left out. `others`: what
    was answered to the fields of the organiser, each with its label."""
    pieces = [
        *((area_names.get(area, str(area)), text) for area, text in answers.examples.items()),
        *_questions(answers.questions),
        (_("Wie doet mee"), ", ".join(map(_person, answers.people))),
        (_("Waarom één mens"), answers.alone_why),
        (_("Hoe het team meegaat"), answers.alone_team),
        (_("Wie ze bereiken"), answers.reaches),
        (_("Vrij op de dagen"), _yes(form, "free", answers.free, answers.free_note)),
        (
            _("Twee collega’s ontvangen"),
            _yes(form, "hosting", answers.hosting, answers.hosting_see),
        ),
        (_("Het team staat erachter"), _yes(form, "team", answers.team, answers.team_how)),
        *others,
        (_("Wie bellen"), ", ".join(filter(None, (answers.contact, answers.phone, answers.when)))),
    ]
    return _list((label, text) for label, text in pieces if text)


def areas(shown: Mapping[int, Sequence[MixCandidate]], names: Mapping[int, str]) -> str:
    """Who shows something in each area; 'nog niemand' where nobody does."""
    rows = "".join(
        f'<div class="odv-shows">{drawings.area_icon(area, _ICON)}<span>'
        f'<b title="{safe(names.get(area, ""))}">{area}</b>'
        f'<span class="odv-unseen">{safe(names.get(area, ""))}</span> '
        f"{safe(listed([one.name for one in who])) or _('nog niemand')}</span></div>"
        for area, who in shown.items()
    )
    return f'<div class="odv-areas">{rows}</div>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels with what they are, one below the other."""
    return _list(pairs)


def _list(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{safe(label)}</dt><dd>{_lines(text)}</dd>" for label, text in pairs)
    return f'<dl class="odv-facts">{rows}</dl>'


def _lines(text: str) -> str:
    return "<br>".join(safe(line) for line in text.splitlines())


def _questions(questions: Sequence[str]) -> Iterable[tuple[str, str]]:
    if questions:
        label = _("Leervraag") if len(questions) == 1 else _("Leervragen")
        yield label, "\n".join(questions)


def _person(one: Applicant) -> str:
    return f"{one.name} ({one.function})" if one.function else one.name


def _yes(form: CallForm, key: str, answer: str, more: str) -> str:
    """What was chosen, in the words of the form, and what was written with it."""
    field = form.field(key)
    options = field.options if field else ()
    said = dict(zip(("yes", "no"), options, strict=False)).get(answer, "")
    return ": ".join(filter(None, (said, more)))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
