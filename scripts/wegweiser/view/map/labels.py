"""Where the names of places stand on a map, so that they cover each other and the points as little as possible."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

RADIUS = 11.0
"""Of the point of a place, in units of the picture."""
LETTER, LINE = 8.6, 18.0
"""Width of a letter and height of a line at the largest size in which names are drawn."""
LONGEST = 20
"""Letters of a name that are drawn; the list beside the map has the whole name."""

ROUNDS = 4
"""How often every name looks for a better place after all others have one."""
ORDERS = ((0, 1), (-1, 0), (0, -1), (1, 0))
"""Who chooses first: the places at the top, on the right, at the bottom, on the left."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name with the place of its text; `anchor` is as in SVG, `y` the line that the text stands on."""

    text: str
    x: float
    y: float
    anchor: str

    @property
    def box(self) -> Box:
        """What the text covers, roughly."""
        width = len(self.text) * LETTER
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - LINE * 0.8, left + width, self.y + LINE * 0.2


Labels = dict[int, Label]
"""Of places, by their numbers."""


def place_labels(places: Sequence[tuple[Point, str]], size: Point) -> list[Label]:
    """A label for each (point, name), in their order.

    Each goes where it costs least. Who chooses first matters, so they choose in several orders: the best one counts.
    """
    points = [point for point, _ in places]
    near = [_neighbours(index, points) for index in range(len(points))]
    best: list[Label] = []
    least = math.inf
    for across, down in ORDERS:
        order = sorted(range(len(places)), key=lambda index: _rank(points[index], across, down))
        labels = _place_in(order, places, near, size)
        cost = sum(_cost_of(index, points, labels, near, size) for index in order)
        if cost < least:
            best, least = [labels[index] for index in range(len(places))], cost
        if least == 0:
            break
    return best


def _rank(point: Point, across: int, down: int) -> Point:
    return point[0] * across + point[1] * down, point[0]


def _place_in(order: list[int], places: Sequence[tuple[Point, str]], near: list[list[int]], size: Point) -> Labels:
    """The labels when the places choose in this order, and then again when all others have one."""
    points = [point for point, _ in places]
    candidates = [_candidates(*place) for place in places]
    reaches = [_around_all([label.box for label in labels]) for labels in candidates]
    placed: Labels = {}
    for index in order * ROUNDS:
        taken = [box for box in _taken(index, points, placed, near) if _shared(reaches[index], box)]
        placed[index] = min(candidates[index], key=lambda label: _cost(label.box, taken, size))
    return placed


def _cost_of(index: int, points: Sequence[Point], placed: Labels, near: list[list[int]], size: Point) -> float:
    return _cost(placed[index].box, _taken(index, points, placed, near), size)


def _taken(index: int, points: Sequence[Point], placed: Labels, near: list[list[int]]) -> list[Box]:
    """What the name of a place may not cover: the points and names around it."""
    boxes = [_around(points[place]) for place in near[index]]
    return boxes + [placed[place].box for place in near[index] if place in placed]


def _neighbours(index: int, points: Sequence[Point]) -> list[int]:
    """The places whose point or name could touch the name of this one; with hundreds of places these are few."""
    wide, high = 2 * (LONGEST * LETTER + RADIUS + 4), 2 * (RADIUS + 2 * LINE)
    x, y = points[index]
    return [
        place
        for place, other in enumerate(points)
        if place != index and abs(other[0] - x) < wide and abs(other[1] - y) < high
    ]


def _candidates(point: Point, name: str) -> list[Label]:
    """Right, left, below, above, then aslant or shifted; the first of equally good ones is taken."""
    text = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    (x, y), side, aslant = point, RADIUS + 4, RADIUS * 0.8
    spots = [
        (x + side, y + LINE * 0.3, "start"),
        (x - side, y + LINE * 0.3, "end"),
        (x, y + RADIUS + LINE * 0.85, "middle"),
        (x, y - RADIUS - LINE * 0.3, "middle"),
        (x + aslant, y - aslant, "start"),
        (x + aslant, y + aslant + LINE * 0.6, "start"),
        (x - aslant, y - aslant, "end"),
        (x - aslant, y + aslant + LINE * 0.6, "end"),
        *(
            (x + shift, line, "middle")
            for line in (y + RADIUS + LINE * 0.85, y - RADIUS - LINE * 0.3)
            for shift in (-RADIUS, RADIUS)
        ),
    ]
    return [Label(text, round(left, 1), round(line, 1), anchor) for left, line, anchor in spots]


def _around(point: Point) -> Box:
    x, y = point
    return x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS


def _around_all(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _cost(box: Box, taken: Sequence[Box], size: Point) -> float:
    """The area that is covered twice; what would stand outside of the picture counts most."""
    inside = _shared(box, (2.0, 2.0, size[0] - 2, size[1] - 2))
    outside = (box[2] - box[0]) * (box[3] - box[1]) - inside
    return round(outside * 100 + sum(_shared(box, other) for other in taken), 3)


def _shared(one: Box, other: Box) -> float:
    if one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]:
        return 0.0
    return (min(one[2], other[2]) - max(one[0], other[0])) * (min(one[3], other[3]) - max(one[1], other[1]))
