"""Pictures are drawn beside the server: once each, in processes that are used again."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PIL import Image

import report.pipe
from exercises.kit.drawing import lettering
from report import raster
from report.forms import coverage

pytestmark = pytest.mark.pixels

SMALL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} 9"><path d="M0 0h4v4z"/></svg>'


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(raster, "_kept", raster.Kept())
    yield
    raster.drawers.close()


def pictures(*wides: int) -> list[str]:
    return [SMALL.format(wide=wide) for wide in wides]


def test_pictures_are_drawn_once_and_wrong_ones_left_out() -> None:
    svg, other = pictures(16, 17)
    first = raster.render([svg, "geen svg", other, svg])
    assert first[0] is not None and first[0] == first[3] and first[2] is not None
    assert first[1] is None
    assert raster.render([]) == []
    assert raster.render([svg]) == [first[0]]
    with Image.open(io.BytesIO(first[0])) as opened:
        assert opened.size == (1920, 1080)


def test_a_process_is_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []
    start = report.pipe.started

    def started(module: str) -> subprocess.Popen[bytes]:
        begun.append(start(module))
        return begun[-1]

    monkeypatch.setattr(raster, "started", started)
    raster.render(pictures(*range(20, 32)))
    assert 1 <= len(begun) <= raster._pool._max_workers
    used = len(begun)
    raster.drawers.close()
    assert all(one.poll() is not None for one in begun)
    assert raster.render(pictures(40)) != [None]
    assert len(begun) == used + 1


def test_a_process_that_has_gone_is_replaced() -> None:
    assert raster.render(pictures(50))[0] is not None
    for process in raster.drawers._waiting:
        process.kill()
        process.wait()
    assert raster.render(pictures(51))[0] is not None


def test_what_nobody_takes_any_more_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    closed = threading.Event()
    first, *others = pictures(*range(100, 200))

    def draw(svg: str) -> bytes:
        if svg != first:
            closed.wait()
        drawn.append(svg)
        return b"png"

    monkeypatch.setattr(raster.drawers, "draw", draw)
    taken = raster.begin([first, *others])
    assert next(taken) == b"png"
    taken.close()  # type: ignore[attr-defined]
    closed.set()
    # What came after them in the same queue: all that was begun before has ended.
    raster.render(pictures(*range(200, 200 + 2 * raster._pool._max_workers)))
    assert len(set(drawn) & set(others)) <= raster._pool._max_workers


def test_the_process_that_draws_loads_no_exercises() -> None:
    code = "import sys, report.raster, report.forms.flat; print('exercises' in sys.modules)"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "False"
    assert coverage.OWN_FONTS.samefile(lettering.FONTS)


def test_what_typst_refuses_is_tried_by_another_and_else_left_out() -> None:
    assert raster._png("geen svg") == b""
