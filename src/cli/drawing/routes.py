"""Routes of the lines of foreign keys: in channels between the columns of boxes.

Channel `n` is to the left of column `n`. In each channel all lines to one table share a lane, as
one trunk; lanes are ordered so that few lines cross.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from src.cli.drawing.boxes import CHANNELS, GAP, WIDTH, Box, column_x, find_hubs
from src.infrastructure.database.catalog import Reference

LANE_WIDTH = 10
NEAR = 6
OVERLAP = 10
"""The cost of two overlapping lines, in crossings."""

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hop:
    """A line's path through one channel, between the heights `enters` and `leaves`.

    `from_left` and `to_left` state whether it enters and leaves on the left side of the channel.
    """

    channel: int
    target: str
    enters: int
    leaves: int
    from_left: bool
    to_left: bool

    @property
    def span(self) -> tuple[int, int]:
        return min(self.enters, self.leaves), max(self.enters, self.leaves)


@dataclass(frozen=True, slots=True)
class Line:
    """A foreign key, with corners from its column to the row it refers to."""

    reference: Reference
    child: Box
    parent: Box
    points: Sequence[Point]


Lanes = dict[tuple[int, str], int]


def draw_lines(boxes: Sequence[Box]) -> list[Line]:
    """A line for every foreign key, except those to hubs."""
    by_name = {box.table.name: box for box in boxes}
    hubs = find_hubs([box.table for box in boxes])
    gaps = _Gaps(boxes)
    found = [
        (reference, box, by_name[reference.target])
        for box in boxes
        for reference in box.table.references
        if reference.target not in hubs
    ]
    hops = [_hops(reference, child, parent, gaps) for reference, child, parent in found]
    lanes = _order_lanes([hop for path in hops for hop in path])
    return [
        Line(reference, child, parent, _corners(path, child, parent, lanes))
        for (reference, child, parent), path in zip(found, hops, strict=True)
    ]


class _Gaps:
    """Free heights between the boxes of each column; each is used once."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._free: defaultdict[int, list[int]] = defaultdict(list)
        for place in {box.place for box in boxes}:
            column = [box for box in boxes if box.place == place]
            for box in column:
                middle = box.y + box.height + GAP // 2
                self._free[place] += [middle - LANE_WIDTH // 2, middle + LANE_WIDTH // 2]

    def take(self, place: int, wanted: int) -> int:
        """Take the free height of this column that is nearest to `wanted`."""
        nearest = min(self._free[place], key=lambda y: abs(y - wanted))
        self._free[place].remove(nearest)
        return nearest


def _hops(reference: Reference, child: Box, parent: Box, gaps: _Gaps) -> list[Hop]:
    start, end = child.row_y(reference.columns[-1]), parent.row_y(parent.table.primary_key[-1])
    target = parent.table.name
    if child.place == parent.place:
        is_leftmost = child.place == 0
        channel = 0 if is_leftmost else child.place + 1
        return [Hop(channel, target, start, end, not is_leftmost, not is_leftmost)]
    if parent.place < child.place:
        channels, step = list(range(child.place, parent.place, -1)), -1
    else:
        channels, step = list(range(child.place + 1, parent.place + 1)), 1
    passed = [channel - 1 if step < 0 else channel for channel in channels[:-1]]
    heights = [start, *(gaps.take(place, (start + end) // 2) for place in passed), end]
    return [
        Hop(channel, target, enters, leaves, from_left=step > 0, to_left=step < 0)
        for channel, enters, leaves in zip(channels, heights[:-1], heights[1:], strict=True)
    ]


def _order_lanes(hops: Iterable[Hop]) -> Lanes:
    """The horizontal position of each lane, by its channel and target."""
    by_channel: defaultdict[int, list[Hop]] = defaultdict(list)
    for hop in hops:
        by_channel[hop.channel].append(hop)
    lanes: Lanes = {}
    for channel, inside in by_channel.items():
        targets = sorted({hop.target for hop in inside})
        best = min(permutations(targets), key=lambda order: _cost(order, inside))
        first = column_x(channel) - CHANNELS[channel] // 2 - LANE_WIDTH * (len(best) - 1) // 2
        lanes |= {(channel, target): first + LANE_WIDTH * i for i, target in enumerate(best)}
    return lanes


def _cost(order: Sequence[str], hops: Sequence[Hop]) -> int:
    """The cost of crossing and overlapping lines, with the lanes in this order from the left."""
    lane = {target: number for number, target in enumerate(order)}
    ends = [
        (hop.target, *end)
        for hop in hops
        for end in ((hop.enters, hop.from_left), (hop.leaves, hop.to_left))
    ]
    crossings = sum(
        hop.target != target
        and hop.span[0] < y < hop.span[1]
        and (lane[hop.target] < lane[target]) == is_left
        for hop in hops
        for target, y, is_left in ends
    )
    overlaps = sum(
        a[0] != b[0]
        and abs(a[1] - b[1]) < NEAR
        and a[2] != b[2]
        and (lane[a[0]] > lane[b[0]]) == a[2]
        for a, b in combinations(ends, 2)
    )
    return crossings + OVERLAP * overlaps


def _corners(hops: Sequence[Hop], child: Box, parent: Box, lanes: Lanes) -> list[Point]:
    points = [(_side(child, hops[0].channel), hops[0].enters)]
    for hop in hops:
        x = lanes[hop.channel, hop.target]
        points += [(x, hop.enters), (x, hop.leaves)]
    return [*points, (_side(parent, hops[-1].channel), hops[-1].leaves)]


def _side(box: Box, channel: int) -> int:
    return box.x if channel == box.place else box.x + WIDTH
