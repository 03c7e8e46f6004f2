"""What is asked in the sequels of gifts, and the questions that help the talk."""

from __future__ import annotations

from state.language import _

ASK = _("Wat deden jullie met dit cadeau?")
NOTHING = _("We deden er nog niets mee.")
GAVE = _("Jullie gaven een cadeautje. Wat bracht dat geven jullie zelf?")
QUESTIONS: tuple[str, ...] = (
    _("Wat veranderde er, hoe klein ook?"),
    _("Wie merkte het als eerste?"),
    _("Wat hield jullie tegen, en wat zou helpen?"),
)
