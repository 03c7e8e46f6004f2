"""Where the drawing hangs on the screen, and rectangles: px of the 1920 x 1080 stage."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.neighbourhood_map.content import HIGH, WIDE


@dataclass(frozen=True)
class Rect:
    """A rectangle: left, top, right and bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def moved(self, x: float, y: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def inside(self, other: Rect) -> bool:
        """Whether this lies in the other, edges included."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


MAP = Rect(72, 136, 1416, 976)
SCALE = MAP.width / WIDE
assert round(SCALE * HIGH) == MAP.height


def on_screen(x: float, y: float) -> tuple[float, float]:
    """A point of the drawing, in px of the stage."""
    return round(MAP.left + x * SCALE, 1), round(MAP.top + y * SCALE, 1)
