"""Documents made by hypothesis, of every block and any text."""

from __future__ import annotations

from hypothesis import strategies as st

from exercises.document import (
    Beside,
    Block,
    Bullets,
    Cover,
    Dated,
    Document,
    Figure,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Rule,
    Table,
    TileList,
    Together,
)

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
# Left to right, so that a PDF has the letters in the order in which they were written.
LETTERS = st.one_of(
    st.characters(max_codepoint=0x17F),
    st.sampled_from("éëïüçÀöñ中日한Жбδ‘’“”–€½"),
)
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from("abcde =+@#$*_[]{}\\\"'<>&\n ")), max_size=60)
SHORT = st.text(st.one_of(LETTERS, st.sampled_from("abcde ")), max_size=20)
TILES = st.one_of(st.none(), st.integers(1, 14))
_FIGURES = st.builds(
    Figure, TEXTS, st.sampled_from((SQUARE, "", "<svg", "<p/>")), caption=TEXTS,
    width=st.sampled_from(("column", "page")), share=st.floats(0, 1),
)  # fmt: skip
_TABLES = st.integers(0, 4).flatmap(
    lambda wide: st.builds(
        Table,
        st.tuples(*[SHORT] * wide),
        st.lists(st.lists(TEXTS, max_size=5).map(tuple), max_size=3).map(tuple),
        TEXTS,
    )
)
_SIMPLE: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, TEXTS, st.sampled_from((1, 2, 3)), TILES, st.none() | st.integers(1, 5),
              st.sampled_from(("", "line", "gifts", "unknown")), kicker=SHORT),
    st.builds(Paragraph, TEXTS, SHORT, st.sampled_from(("body", "lead", "small"))),
    st.builds(Bullets, st.lists(TEXTS, max_size=4).map(tuple), st.booleans(),
              st.sampled_from((1, 2))),
    st.builds(Quotation, TEXTS, SHORT, TILES, st.sampled_from((1, 2, 3))),
    st.builds(Remark, TEXTS, SHORT, TILES),
    st.builds(Dated, st.lists(st.tuples(SHORT, TEXTS), max_size=3).map(tuple)),
    st.builds(TileList, st.lists(st.builds(Listed, st.integers(1, 14), SHORT, TEXTS),
                                 max_size=4).map(tuple)),
    _TABLES,
    _FIGURES,
    st.builds(Rule, st.booleans()),
    st.builds(PageBreak, st.sampled_from(("white", "floor")),
              st.lists(st.integers(1, 14), max_size=7).map(tuple)),
    st.builds(Cover, SHORT, TEXTS, TEXTS, SHORT,
              st.lists(st.lists(st.integers(0, 14), max_size=8).map(tuple), max_size=4).map(tuple),
              kicker=SHORT, dedication=SHORT),
)  # fmt: skip


def _holding(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    lists = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Together, lists),
        st.builds(Beside, st.lists(lists, max_size=3).map(tuple),
                  st.lists(st.integers(0, 4), max_size=3).map(tuple)),
    )  # fmt: skip


BLOCKS = st.recursive(_SIMPLE, _holding, max_leaves=4)
DOCUMENTS = st.builds(
    Document, SHORT, st.lists(BLOCKS, max_size=6).map(tuple), SHORT,
    st.lists(st.integers(1, 14), max_size=4).map(tuple), st.sampled_from(("sheet", "book")), SHORT,
)  # fmt: skip
