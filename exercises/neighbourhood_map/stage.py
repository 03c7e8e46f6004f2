"""Where the drawing hangs on the screen, and the sizes of what stands on it: px of the stage."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.neighbourhood_map.content import HIGH, WIDE


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, x: float, y: float) -> Box:
        """The same rectangle elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Whether this lies in the other, edges included."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


MAP = Box(72, 136, 1416, 976)
SCALE = (MAP.right - MAP.left) / WIDE
assert round(SCALE * HIGH) == MAP.bottom - MAP.top


def on_stage(x: float, y: float) -> tuple[float, float]:
    """A point of the drawing, in px of the stage."""
    return round(MAP.left + x * SCALE, 1), round(MAP.top + y * SCALE, 1)
