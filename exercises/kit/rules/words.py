"""Judging words that somebody wrote alone; for fields that two write in together see joint.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exercises.contract import Accepted
from state.language import _
from state.problems import Refused
from state.text_rules import paragraph


def judged_words(payload: Mapping[str, Any], limit: int, what: str) -> Accepted:
    """The answer `{"text": str}`, cleaned; may be empty and have lines. Refused when it is longer
    than `limit` characters; `what` names the field ("Je uitleg")."""
    text = payload.get("text")
    if not isinstance(text, str):
        raise Refused(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    return Accepted({"text": paragraph(text, limit, what)})
