"""What decides how a document is laid out in Word: its headings, and which columns are short."""

from __future__ import annotations

from collections.abc import Iterable

from exercises.document import (
    Beside,
    Block,
    Cover,
    Dated,
    Document,
    Heading,
    Paragraph,
    Remark,
    Together,
)

# So many remarks or paragraphs in a column take a third of a page at most.
SHORT = 6
_SHORT_KINDS = (Remark, Paragraph, Heading, Dated)
_IN_CONTENTS, _FEW_IN_CONTENTS = 2, 3


def is_short(block: Beside) -> bool:
    """Whether nothing is lost when all of it stands on one page."""
    return all(
        len(part) <= SHORT and all(isinstance(one, _SHORT_KINDS) for one in part)
        for part in block.parts
    )


def deep_of(document: Document) -> int:
    """How many levels of headings the contents list: none without a cover or with one part. With
    enough parts these alone are told, so that the contents stay one page."""
    parts = sum(one.level == 1 for one in headings_of(document.blocks))
    if parts <= 1 or not isinstance(document.blocks[0], Cover):
        return 0
    return 1 if parts > _FEW_IN_CONTENTS else _IN_CONTENTS


def headings_of(blocks: Iterable[Block]) -> Iterable[Heading]:
    """All headings in blocks, in order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Together():
                yield from headings_of(block.blocks)
            case Beside():
                for part in block.parts:
                    yield from headings_of(part)
