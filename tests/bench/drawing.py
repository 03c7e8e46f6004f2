"""How large and how quick drawings are: `python -m tests.bench.drawing` prints figures as JSON."""

from __future__ import annotations

import gzip
import json
import math
import random
import time
from pathlib import Path

from exercises.kit.drawing import finger_drawing as drawing
from exercises.kit.drawing.finger_drawing import HEIGHT, WIDTH, Stroke

ROOT = Path(__file__).resolve().parents[2]
POINTS = 2_000
_STROKES = 20
_ROUNDS = 30


def hand() -> list[Stroke]:
    """Lines as a hand draws them: each point near the one before."""
    chance = random.Random(1)
    made = []
    for _stroke in range(_STROKES):
        x, y, way = chance.uniform(200, 800), chance.uniform(150, 450), chance.uniform(0, 6)
        points = []
        for _point in range(POINTS // _STROKES):
            way += chance.uniform(-0.5, 0.5)
            x, y = x + 9 * math.cos(way), y + 9 * math.sin(way)
            points.append((min(WIDTH, max(0, round(x))), min(HEIGHT, max(0, round(y)))))
        made.append(Stroke("i", "1", tuple(points)))
    return made


def wild() -> list[Stroke]:
    """The worst case: each point anywhere on the sheet."""
    chance = random.Random(2)
    return [
        Stroke("r", "2", tuple((chance.randint(0, WIDTH), chance.randint(0, HEIGHT))
                               for _point in range(POINTS // _STROKES)))
        for _stroke in range(_STROKES)
    ]  # fmt: skip


def measured(strokes: list[Stroke]) -> dict[str, float]:
    """Bytes as they travel, and milliseconds to read and draw: the median of some rounds."""
    payload = {"items": drawing.encode(strokes), "text": ""}
    spent = []
    for _round in range(_ROUNDS):
        before = time.perf_counter()
        drawing.svg(drawing.decode(payload["items"]))
        spent.append((time.perf_counter() - before) * 1000)
    return {
        "points": sum(len(stroke.points) for stroke in strokes),
        "bytes": len(json.dumps(payload, separators=(",", ":")).encode()),
        "decode_and_svg_ms": round(sorted(spent)[_ROUNDS // 2], 2),
    }


def files() -> int:
    """Bytes that the exercise adds to a phone's first visit, compressed."""
    folder = ROOT / "exercises" / "gifts" / "browser"
    kit = ROOT / "exercises" / "kit" / "browser"
    shared = [
        kit / name for name in ("parcel.js", "parcel.css", "sketch.js", "strokes.js", "stamps.js")
    ]
    names = [*folder.glob("*.js"), folder / "phone.css", *shared]
    own = [path for path in names if path.name not in ("screen.js", "console.js")]
    return sum(len(gzip.compress(path.read_bytes())) for path in own)


def main() -> None:
    """Print the figures."""
    figures = {"hand": measured(hand()), "wild": measured(wild()), "phone_gzip_bytes": files()}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
