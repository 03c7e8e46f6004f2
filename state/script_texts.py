"""Finds the texts of scripts for pybabel (see locale/babel.cfg).

Babel's own extractor leaves out a text that is written as parts joined by `+`, which is how a long
one fits in a line.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from babel.messages.extract import extract_javascript

_JOINED = re.compile(rb'"\s*\+\s*"')


def extract(
    file: io.BufferedIOBase, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[Any]:
    """What babel's extractor gives for the script with each joined text as one; line numbers may
    be off, and are not kept."""
    joined = io.BytesIO(_JOINED.sub(b"", file.read()))
    yield from extract_javascript(joined, keywords, comment_tags, options)
