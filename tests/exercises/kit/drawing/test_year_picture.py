"""The picture of a year: everything once, nothing over anything else, nothing off the picture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from exercises.kit.drawing import svg as drawing
from exercises.kit.drawing import year_picture, year_pieces
from exercises.kit.drawing.lettering import width
from exercises.kit.drawing.year import (
    TrackYear,
    YearAction,
    YearGift,
    YearMeeting,
    YearParty,
    YearVisit,
)
from exercises.kit.drawing.year_labels import name_labels
from exercises.kit.drawing.year_layout import SOLES, Frame, Mark, YearLayout

FRAMES = (year_picture.TITLED, year_picture.UNTITLED, year_picture.PAPER)
NEAR = 0.06
LONG = "Samenlevingsopbouw Zuid-Oost-Vlaanderen en de Ommelanden van de Denderstreek vzw"
NAMES = (
    "De Regenton",
    LONG,
    "بيت الجيران في الحي القديم",
    "Café 'Zonder' <b>Bier</b>",
    "🫖 x",
    "W",
)
Box = tuple[float, float, float, float]


def days() -> st.SearchStrategy[str]:
    """ISO days of fourteen months, and what is none."""
    found = st.dates(date(2026, 9, 1), date(2027, 10, 30))
    return st.one_of(found.map(lambda one: one.isoformat()), st.sampled_from(("", "2026-10-06")))


@st.composite
def years(draw: st.DrawFn, most: int = 12) -> TrackYear:
    count = draw(st.integers(1, most))
    ids = [f"o{at}" for at in range(count)]
    parties = tuple(
        YearParty(one, draw(st.sampled_from(NAMES)), at + 1, "", draw(st.booleans()))
        for at, one in enumerate(ids)
    )
    party = st.sampled_from(ids)
    meeting = st.builds(
        YearMeeting, st.sampled_from((*NAMES, "Start")), days(), st.booleans(),
        st.frozensets(party),
    )  # fmt: skip
    visit = st.builds(
        YearVisit, party, party, days().map(lambda one: (one,) if one else ()), st.integers(1, 4)
    ).filter(lambda one: one.guest != one.host)
    gift = st.builds(YearGift, party, st.one_of(party, st.just("")), days())
    action = st.builds(YearAction, party, st.just("Soep"), days(), st.booleans())
    return TrackYear(
        parties,
        tuple(draw(st.lists(meeting, max_size=8))),
        tuple(draw(st.lists(visit, max_size=25))) if count > 1 else (),
        tuple(draw(st.lists(gift, max_size=25))),
        tuple(draw(st.lists(action, max_size=30))),
    )


def boxes(layout: YearLayout, one: Mark) -> Iterator[Box]:
    """Where a mark is drawn: left, top, right, bottom."""
    left, right, floor = one.x - one.wide / 2, one.x + one.wide / 2, layout.thread(one.lane)
    if one.kind == "meeting":
        yield left, layout.top, right, layout.tape[0]
    elif one.kind == "visit":
        start, half = layout.thread(one.start), one.unit * SOLES / 2
        low, high = (start, floor - one.unit) if start < floor else (floor, start)
        yield one.x - half, low, one.x + half, high
        yield left, floor - one.unit, right, floor
    else:
        yield left, floor - one.wide, right, floor


def texts(svg: str) -> Iterator[tuple[str, Box]]:
    """Every text of a drawing and where it stands, letters as high as they are wide enough for."""
    pattern = (r'<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)" font-size="(\d+)" '
               r'font-weight="(\d+)"[^>]*>(.*?)</text>')  # fmt: skip
    for x, y, anchor, size, weight, inside in re.findall(pattern, svg):
        words = unescape(re.sub("<[^>]+>", "", inside))
        # Numbers of the key are bold.
        wide = width(words, int(size), 700 if "<tspan" in inside or weight == "700" else 400)
        left = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        yield words, (left, float(y) - int(size) * 0.74, left + wide, float(y) + int(size) * 0.22)


def overlap(one: Box, other: Box, by: float = NEAR) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > by
        and min(one[3], other[3]) - max(one[1], other[1]) > by
    )


def inside(box: Box, layout: YearLayout) -> bool:
    return (
        box[0] >= -NEAR and box[2] <= layout.frame.wide + NEAR
        and box[1] >= -NEAR and box[3] <= layout.high + NEAR
    )  # fmt: skip


def drawn(year: TrackYear, frame: Frame) -> str:
    if frame == year_picture.TITLED:
        return year_picture.titled(year, "Een jaar over de vloer")
    if frame == year_picture.UNTITLED:
        return year_picture.untitled(year)
    return year_picture.on_paper(year)


def judge(year: TrackYear, frame: Frame) -> None:
    """All that holds for any year."""
    layout = YearLayout(year, frame)
    marks = [(one, tuple(boxes(layout, one))) for one in layout.marks]
    for _one, found in marks:
        assert all(inside(box, layout) and box[3] <= layout.tape[0] + NEAR for box in found)
        assert all(box[0] >= layout.left - NEAR for box in found)
    for (one, mine), (other, theirs) in combinations(marks, 2):
        if max(one.x, other.x) <= layout.until and (one.kind == "meeting") != (
            other.kind == "meeting"
        ):
            continue  # what happens at a meeting stands before its tape
        assert not any(overlap(a, b) for a in mine for b in theirs), (one, other)
    svg = drawn(year, frame)
    counted = Counter(re.findall(r'data-mark="(\w+)"', svg))
    assert counted == Counter(
        {"meeting": len(year.meetings), "visit": len(year.visits), "gift": len(year.gifts),
         "action": len(year.actions)}
    )  # fmt: skip
    assert len({(one.kind, one.index) for one in layout.marks}) == len(layout.marks)
    words = list(texts(svg))
    for text, box in words:
        assert inside(box, layout), text
    for (text, box), (other_text, other_box) in combinations(words, 2):
        assert not overlap(box, other_box, 1), (text, other_text)
    for _mark, found in marks:
        assert not any(overlap(box, one, 1) for box in found for _text, one in words)
    assert all(int(one) >= frame.letters for one in re.findall(r'font-size="(\d+)"', svg))


@settings(max_examples=150)
@given(years(), st.sampled_from(FRAMES))
def test_nothing_overlaps_and_all_is_there_once(year: TrackYear, frame: Frame) -> None:
    judge(year, frame)


@settings(max_examples=25)
@given(years(60), st.sampled_from(FRAMES))
def test_more_organisations_than_names_fit_still_do_not_overlap(
    year: TrackYear, frame: Frame
) -> None:
    judge(year, frame)


def party(number: int, **more: object) -> YearParty:
    return replace(YearParty(f"o{number}", f"Huis {number}", number + 1), **more)  # type: ignore[arg-type]


HOUSES = tuple(party(at) for at in range(4))
VISIT = YearVisit("o0", "o2", ("2027-01-12", "2027-01-13"))


@pytest.mark.parametrize("count", [1, 2, 12, 13, 30, 60])
@pytest.mark.parametrize("frame", FRAMES)
def test_up_to_twelve_are_named_and_of_more_as_many_as_fit(count: int, frame: Frame) -> None:
    year = TrackYear(tuple(party(at, name=LONG) for at in range(count)))
    names = name_labels(YearLayout(year, frame))
    assert len(names) == count
    if count <= 12:
        assert all(one.lines for one in names)
    judge(year, frame)


def test_all_on_one_day_and_hundreds_of_marks() -> None:
    day = "2027-03-23"
    year = TrackYear(
        HOUSES, (YearMeeting("Alles", day, True, frozenset({"o0"})),) * 3,
        (YearVisit("o0", "o3", (day,)), YearVisit("o3", "o0", (day,), 1)) * 40,
        (YearGift("o1", "", day),) * 200, (YearAction("o1", "x", day),) * 200,
    )  # fmt: skip
    for frame in FRAMES:
        judge(year, frame)


def test_a_typed_year_of_long_ago_or_far_ahead_does_not_break_it() -> None:
    for day in ("0001-01-01", "1026-10-06", "9999-12-31"):
        year = TrackYear(
            HOUSES, (YearMeeting("Start", day), YearMeeting("Slot", "2027-06-08")), (VISIT,)
        )
        for frame in FRAMES:
            judge(year, frame)


@settings(max_examples=150)
@given(years(), st.sampled_from(FRAMES))
def test_nothing_stands_farther_from_its_day_than_a_week(year: TrackYear, frame: Frame) -> None:
    layout = YearLayout(year, frame)
    sketches = {(one.kind, one.index): one for one in layout.sketches}
    seen = frame.letters
    for one in layout.marks:
        day = sketches[one.kind, one.index].day
        if day is not None:
            early, late = (layout.place(day + timedelta(days=off)) for off in (-7, 7))
            here = layout.place(day)
            assert min(early, here - seen) - NEAR <= one.x <= max(late, here + seen) + NEAR


def test_a_visit_of_december_stands_in_december_however_full_november_is() -> None:
    ahead = YearVisit("o0", "o2", ("2026-12-01", "2026-12-03"))
    year = TrackYear(
        HOUSES, (YearMeeting("Start", "2026-03-03"), YearMeeting("Slot", "2026-12-08")),
        (ahead, *(YearVisit("o1", "o2", (f"2026-11-{day}",)) for day in (24, 25, 26, 27))),
        (YearGift("o2", "o1", "2026-12-08"),) * 5, (YearAction("o2", "x", "2026-12-15"),) * 4,
    )  # fmt: skip
    layout = YearLayout(year, year_picture.TITLED)
    (mark,) = (one for one in layout.marks if one.kind == "visit" and one.index == 0)
    assert layout.place(date(2026, 11, 23)) < mark.x < layout.place(date(2026, 12, 9))
    assert mark.unit > 10


@pytest.mark.parametrize("count", [6, 12])
def test_visits_of_one_week_are_large_enough_to_read(count: int) -> None:
    houses = tuple(party(at) for at in range(count))
    visits = tuple(
        YearVisit(one.id, houses[(at + 1) % count].id, (f"2027-02-{1 + at % 5:02}",))
        for at, one in enumerate(houses)
    )
    meetings = (YearMeeting("Start", "2026-10-06"), YearMeeting("Slot", "2027-06-08"))
    layout = YearLayout(TrackYear(houses, meetings, visits), year_picture.UNTITLED)
    doors = [one.unit for one in layout.marks if one.kind == "visit"]
    assert min(doors) >= 30
    judge(layout.year, year_picture.UNTITLED)


def test_what_has_no_day_yet_stands_at_the_end_under_its_words() -> None:
    year = TrackYear(
        HOUSES, (YearMeeting("Start", "2026-10-06"), YearMeeting("Later", "", held=False)),
        (VISIT, YearVisit("o1", "o2", made=False)),
    )  # fmt: skip
    layout = YearLayout(year, year_picture.TITLED)
    ends = [(one.kind, one.index) for one in layout.marks if one.x > layout.until]
    assert sorted(ends) == [("meeting", 1), ("visit", 1)] and layout.apart is None
    svg = year_picture.titled(year, "x")
    assert ">nog zonder dag<" in svg
    assert "Eén bezoek heeft nog geen dag en staat op het einde." in svg
    assert "zonder dag" not in year_picture.titled(replace(year, meetings=(), visits=(VISIT,)), "x")


@pytest.mark.parametrize("frame", FRAMES)
def test_what_happened_on_no_known_day_stands_beside_the_line_of_time(frame: Frame) -> None:
    year = TrackYear(
        HOUSES, (YearMeeting("Start", "2026-10-06"), YearMeeting("Slot", "2027-06-08")),
        (VISIT, YearVisit("o1", "o2"), YearVisit("o2", "o1", made=False)), (YearGift("o0"),),
    )  # fmt: skip
    layout = YearLayout(year, frame)
    assert layout.apart is not None
    left, right = layout.apart
    assert layout.until < layout.tape_end < left < right <= layout.right
    beside = sorted((one.kind, one.index) for one in layout.marks if one.x > left)
    assert beside == [("gift", 0), ("visit", 1)]
    svg = drawn(year, frame)
    assert svg.count(">zonder datum<") == 1 and ">nog zonder dag<" in svg
    assert "Van één bezoek kennen we de datum niet: het staat apart." in svg
    judge(year, frame)


def test_an_action_due_long_after_the_rest_is_told_as_later() -> None:
    year = TrackYear(
        HOUSES, (YearMeeting("Start", "2026-10-06"),), (), (),
        (YearAction("o0", "x", "2027-02-01"), YearAction("o1", "y", "2096-01-01")),
    )  # fmt: skip
    layout = YearLayout(year, year_picture.TITLED)
    assert layout.span[1].isoformat() == "2027-03-01"
    assert layout.end_label == "later"
    assert [one.index for one in layout.marks if one.x > layout.until] == [1]


def test_a_meeting_stands_on_its_day_where_there_is_room() -> None:
    year = TrackYear(
        HOUSES, (YearMeeting("Start", "2026-10-06"), YearMeeting("Slot", "2027-03-16")),
        (VISIT,) * 5,
    )  # fmt: skip
    layout = YearLayout(year, year_picture.TITLED)
    for one in layout.marks:
        if one.kind == "meeting":
            day = date.fromisoformat(year.meetings[one.index].day)
            assert abs(one.x - layout.place(day)) < 1


def test_who_left_has_a_thread_that_ends() -> None:
    year = TrackYear((HOUSES[0], party(2, gone=True)), (), (VISIT,), (), ())
    svg = year_picture.titled(year, "x")
    ends = [float(one) for one in re.findall(r'<path d="M72\.0 [\d.]+H([\d.]+)"', svg)]
    assert max(ends) == 1848 and min(ends) < 1848
    assert "Huis 2 doet niet meer mee." in svg


def test_what_nobody_is_known_of_is_not_drawn() -> None:
    year = TrackYear(HOUSES, (), (YearVisit("o0", "?"),), (YearGift("?"),), (YearAction("?"),))
    assert "data-mark" not in year_picture.titled(year, "x")
    assert "data-mark" not in year_picture.titled(TrackYear(), "x")


def test_names_are_no_code() -> None:
    svg = year_picture.titled(TrackYear((party(0, name="<script>&'\""),)), "<i>")
    assert "<script>" not in svg and "<i>" not in svg
    assert drawing.png(svg, 200)[:4] == b"\x89PNG"


@pytest.mark.parametrize(
    ("piece", "box"),
    [
        (year_pieces.door(50, 150, 100, 86, 2, 2), (50, 50, 136, 150)),
        (year_pieces.door(50, 150, 100, 64, 2, 1), (50, 50, 114, 150)),
        (year_pieces.parcel(100, 150, 80, 3), (60, 70, 140, 150)),
        (year_pieces.signpost(100, 150, 80, 3, done=True), (60, 70, 140, 150)),
        (year_pieces.signpost(100, 150, 80, 3, done=False), (60, 70, 140, 150)),
        (year_pieces.ribbon(100, 20, 180, 30, held=False), (85, 20, 115, 180)),
        (year_pieces.soles(100, 20, 180, 24, 4, (90,)), (83, 20, 117, 180)),
        (year_pieces.soles(100, 180, 20, 24, 4, ()), (83, 20, 117, 180)),
    ],
)
def test_each_piece_stays_in_its_box(piece: str, box: Box) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">{piece}</svg>'
    found = Image.open(BytesIO(drawing.png(svg, 200))).getbbox()
    assert found is not None
    for (edge, limit), sign in zip(zip(found, box, strict=True), (1, 1, -1, -1), strict=True):
        assert (edge - limit) * sign >= -2.5, (found, box)
