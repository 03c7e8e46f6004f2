"""What documents cost: `python -m tests.bench.documents` prints figures as JSON.

A made report of 40 pages with 40 photos, and the sheet of an evening. Each form is made in a
process of its own, the first time and once more: seconds, MB of the file, the peak of memory in MB
of that process and of it without the document, seconds of processor for both times, and the longest
that another thread of it had to wait, in ms.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from exercises.document import (
    Block,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quotation,
    Table,
)
from tests.report.forms import samples

ROOT = Path(__file__).resolve().parents[2]
PAGES, PHOTOS = 40, 40
FORMS = ("pdf", "word", "html")
_TICK = 0.002
_KILO, _MEGA = 1024, 1_000_000


def photo(seed: int) -> bytes:
    """A photo as the product keeps it: 1600 px wide and a bit less than 200 kB."""
    sky = Image.linear_gradient("L").resize((1600, 1200))
    grain = Image.effect_noise((1600, 1200), 22)
    mixed = Image.blend(sky, grain, 0.45).rotate(seed * 9)
    out = io.BytesIO()
    Image.merge("RGB", (mixed, sky, grain)).save(out, "JPEG", quality=78)
    return out.getvalue()


def report() -> Document:
    """A cover, pages on statements, organisations and visits, and pages with photos."""
    head = samples.track_report()
    blocks: list[Block] = [samples.cover(), PageBreak()]
    words = "Wat we zagen en hoorden, in een paar zinnen die iemand opschreef. " * 6
    for number in range(PAGES - 1):
        blocks += [
            Heading(f"Bij organisatie {number + 1} over de vloer", 1, tile=number % 6 + 1),
            Paragraph(words, style="lead"), Paragraph(words),
            Figure(f"Foto {number + 1}", photo=photo(number), caption="Onze deur", share=0.7),
            Quotation("De koffie smaakt elders hetzelfde.", "Samir", 1, 2),
        ]  # fmt: skip
        if number % 8 == 0:
            blocks += [Figure("Het dorp", svg=samples.village(), share=0.5)]
        if number % 10 == 0:
            blocks += [Table(("Wie", "Wat"), (("An", words),) * 3, "Wie wat zei")]
        blocks.append(PageBreak())
    blocks += [Heading("Nog een", 1), Figure("Foto", photo=photo(PHOTOS), share=0.7)]
    return Document(head.title, tuple(blocks), head.head, head.tiles)


def maker(form: str) -> Callable[[Document], bytes]:
    """The function that makes a form."""
    if form == "pdf":
        from report.forms.pdf import pdf

        return pdf
    if form == "word":
        from report.forms.word import word

        return word
    from report.forms.html import html

    return lambda document: html(document).encode()


def measured(form: str, kind: str) -> dict[str, float]:
    """Figures of one form of one document, in this process."""
    make = maker(form)
    document = report() if kind == "report" else samples.evening()
    before, processor = _peak(), _processor()
    waits: list[float] = []
    done = threading.Event()

    def tick() -> None:
        last = time.perf_counter()
        while not done.wait(_TICK):
            now = time.perf_counter()
            waits.append(now - last)
            last = now

    other = threading.Thread(target=tick)
    other.start()
    times = []
    for _time in range(2):
        begun = time.perf_counter()
        content = make(document)
        times.append(time.perf_counter() - begun)
    done.set()
    other.join()
    return {
        "first_s": round(times[0], 2),
        "again_s": round(times[1], 2),
        "processor_s": round(_processor() - processor, 2),
        "file_mb": round(len(content) / _MEGA, 2),
        "memory_mb": round(_peak()),
        "memory_before_mb": round(before),
        "longest_wait_of_others_ms": round(max(waits, default=0) * 1000, 1),
    }


def _peak() -> float:
    """The most memory that this process had, in MB."""
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size / _KILO / (_KILO if sys.platform == "darwin" else 1)


def _processor() -> float:
    """Seconds of processor that this process took so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the figures; with a form and a kind, only those, in this process."""
    if sys.argv[1:]:
        print(json.dumps(measured(*sys.argv[1:3])))
        return
    figures = {
        kind: {form: _in_own_process(form, kind) for form in FORMS} for kind in ("sheet", "report")
    }
    print(json.dumps(figures, indent=1))


def _in_own_process(form: str, kind: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.documents", form, kind]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main()
