"""The only use of gettext: every text that people see passes through `_`.

The source texts are Dutch. Other languages live in `locale/<language>/LC_MESSAGES/odv.po`
and are chosen with ODV_LANGUAGE for the whole installation.
"""

from __future__ import annotations

import gettext as gettext_module
import os
from pathlib import Path

LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "locale"
LANGUAGE = os.environ.get("ODV_LANGUAGE", "nl")

_translations = gettext_module.translation(
    "odv", localedir=LOCALE_FOLDER, languages=[LANGUAGE], fallback=True
)


def _(text: str) -> str:
    """Give `text` (Dutch) in the language of this installation."""
    return _translations.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Give the singular or plural form that fits `count`."""
    return _translations.ngettext(one, many, count)


def catalogue() -> dict[str, str]:
    """Give all translations for the scripts in the browser: Dutch text -> translated text."""
    known = getattr(_translations, "_catalog", {})
    return {key: value for key, value in known.items() if isinstance(key, str) and key}
