"""The database as an SVG picture, readable on light and dark pages."""

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from src.cli.drawing.areas import AREAS, LIBRARIES, Area, require_places
from src.cli.drawing.boxes import (
    HEADER,
    LINE,
    PADDING,
    TITLE,
    WIDTH,
    Box,
    Row,
    column_x,
    picture_size,
    place_boxes,
)
from src.cli.drawing.routes import Line, Point, draw_lines
from src.infrastructure.database.catalog import Table

RADIUS = 6
FOOT = 9
BAR = 6
LEGEND = (
    ("PK", "primary key"),
    ("FK", "foreign key: its line leads to the table that it refers to"),
    ("U", "unique, alone or together with other columns"),
    ("?", "after a name: may be null"),
    ("→", "refers to a table that too many others refer to for lines"),
)

STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 17px; font-weight: 600; }
  .name { font-size: 13px; font-weight: 600; }
  .area { font-size: 14px; font-weight: 600; }
  .quiet { fill: #59636e; }
  .key { font-size: 10px; font-weight: 600; fill: #59636e; }
  .hub { fill: #6639ba; }
  .page, .box { fill: #ffffff; }
  .line, .halo { fill: none; }
  .halo { stroke: #ffffff; stroke-width: 5; }
  .line { stroke-width: 1.5; }
  .box { stroke: #d1d9e0; }
  .ground { fill-opacity: 0.07; }
  .head { fill-opacity: 0.22; }
  .people { fill: #8250df; } .line.people { stroke: #8250df; }
  .catalogue { fill: #0969da; } .line.catalogue { stroke: #0969da; }
  .selling { fill: #1a7f37; } .line.selling { stroke: #1a7f37; }
  .money { fill: #bc4c00; } .line.money { stroke: #bc4c00; }
  .plumbing { fill: #59636e; } .line.plumbing { stroke: #59636e; }
  .line { fill: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .quiet, .key { fill: #9198a1; }
    .hub { fill: #6639ba; }
  .page, .box { fill: #0d1117; } .halo { stroke: #0d1117; } .box { stroke: #3d444d; }
    .hub { fill: #bc8cff; }
    .ground { fill-opacity: 0.16; } .head { fill-opacity: 0.4; }
  }
"""


def picture(tables: Sequence[Table]) -> str:
    """The tables as boxes with their important columns, foreign keys as lines between them.

    Takes the tables of the whole schema. Raises LookupError when one has no place in AREAS.
    """
    require_places(tables)
    boxes = place_boxes(tables)
    width, height = picture_size(boxes)
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-label": "The tables of the database and how they refer to each other",
        },
    )
    SubElement(svg, "style").text = STYLE
    _rectangle(svg, "page", 0, 0, width, height)
    _text(svg, "title", boxes[0].x - PADDING, 36, "The database")
    for area in AREAS:
        _draw_area(svg, area, [box for box in boxes if box.area is area])
    _draw_legend(svg, column_x(2), boxes[0].y)
    lines = sorted(draw_lines(boxes), key=lambda line: line.parent.table.name)
    for _, trunk in groupby(lines, key=lambda line: line.parent.table.name):
        _draw_trunk(svg, list(trunk))
    for box in boxes:
        _draw_box(svg, box)
    indent(svg)
    return tostring(svg, encoding="unicode") + "\n"


def _draw_area(svg: Element, area: Area, boxes: Sequence[Box]) -> None:
    x, y = column_x(area.first_column) - PADDING, boxes[0].y - TITLE - PADDING
    right = column_x(area.first_column + len(area.columns) - 1) + WIDTH + PADDING
    bottom = max(box.y + box.height for box in boxes) + PADDING
    name = area.title.lower()
    _rectangle(svg, f"ground {name}", x, y, right - x, bottom - y)
    title = _text(svg, "area", x + PADDING, y + TITLE, area.title)
    about = SubElement(title, "tspan", {"class": "quiet", "dx": "8", "font-weight": "400"})
    about.text = area.about


def _draw_legend(svg: Element, x: int, y: int) -> None:
    for mark, meaning in LEGEND:
        _text(svg, "key", x, y, mark)
        _text(svg, "quiet", x + 56, y, meaning)
        y += LINE + 3
    points = [(x, y - 4), (x + 46, y - 4)]
    SubElement(svg, "path", {"class": "line plumbing", "d": _path(points) + _ends(points)})
    _text(svg, "quiet", x + 56, y, "any number of rows refer to one row")
    y += LINE + 3
    libraries = " and ".join(f"{name} ({use})" for name, use in LIBRARIES.items())
    for note in (
        "Routine and optional columns are counted: “and 3 more”.",
        "Not shown are the tables of libraries:",
        f"{libraries}.",
    ):
        _text(svg, "quiet", x + 56, y, note)
        y += LINE + 3


def _draw_box(svg: Element, box: Box) -> None:
    name = box.area.title.lower()
    _rectangle(svg, "box", box.x, box.y, WIDTH, box.height)
    _rectangle(svg, f"head {name}", box.x, box.y, WIDTH, HEADER)
    _text(svg, "name", box.x + 10, box.y + 18, box.table.name)
    for row in box.rows:
        _draw_row(svg, box, row)
    if box.hidden:
        y = box.y + HEADER + LINE * len(box.rows) + 15
        _text(svg, "quiet", box.x + 30, y, f"and {box.hidden} more")


def _draw_row(svg: Element, box: Box, row: Row) -> None:
    y = box.row_y(row.column.name) + 4
    mark = "PK" if row.is_primary else "FK" if row.is_foreign else "U" if row.is_unique else ""
    if mark:
        _text(svg, "key", box.x + 8, y, mark)
    _text(svg, "column", box.x + 30, y, row.column.name + ("?" if row.column.is_nullable else ""))
    kind = f"→ {row.hub}" if row.hub else short_type(row.column.type)
    name = "hub" if row.hub else "quiet"
    _text(svg, name, box.x + WIDTH - 8, y, kind, {"text-anchor": "end"})


def short_type(sql: str) -> str:
    """A type that fits into a box: its shorter name, without precision."""
    known = {"timestamp with time zone": "timestamptz", "character varying": "varchar"}
    name = sql.partition("(")[0]
    return known.get(name, name)


def _draw_trunk(svg: Element, lines: Sequence[Line]) -> None:
    """All lines to one table, joined; other lines that they cross are interrupted."""
    for line in lines:
        SubElement(svg, "path", {"class": "halo", "d": _path(line.points)})
    for line in lines:
        shape = _path(line.points) + _ends(line.points)
        name = f"line {line.parent.area.title.lower()}"
        drawn = SubElement(svg, "path", {"class": name, "d": shape})
        columns = ", ".join(line.reference.columns)
        title = f"{line.child.table.name} ({columns}) → {line.parent.table.name}"
        SubElement(drawn, "title").text = title


def _ends(points: Sequence[Point]) -> str:
    """A crow's foot at the start of a line (many rows) and a bar at its end (one row)."""
    (x, y), (towards, _) = points[:2]
    foot = x + (FOOT if towards > x else -FOOT)
    (near, _), (end, end_y) = points[-2:]
    bar = end + (BAR if near > end else -BAR)
    return f"M{x} {y - 5}L{foot} {y}L{x} {y + 5}M{bar} {end_y - 5}V{end_y + 5}"


def _path(points: Sequence[Point]) -> str:
    """Straight lines between the points, with round corners."""
    parts = [f"M{points[0][0]} {points[0][1]}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        cut = min(RADIUS, _distance(before, corner) // 2, _distance(corner, after) // 2)
        enter, leave = _towards(corner, before, cut), _towards(corner, after, cut)
        parts.append(f"L{enter[0]} {enter[1]}Q{corner[0]} {corner[1]} {leave[0]} {leave[1]}")
    return "".join([*parts, f"L{points[-1][0]} {points[-1][1]}"])


def _distance(a: Point, b: Point) -> int:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(point: Point, other: Point, length: int) -> Point:
    """The point at `length` from `point`, on a horizontal or vertical line to `other`."""
    x = (other[0] > point[0]) - (other[0] < point[0])
    y = (other[1] > point[1]) - (other[1] < point[1])
    return point[0] + x * length, point[1] + y * length


def _rectangle(svg: Element, name: str, x: int, y: int, width: int, height: int) -> None:
    attributes = {"class": name, "x": x, "y": y, "width": width, "height": height, "rx": 6}
    SubElement(svg, "rect", {key: str(value) for key, value in attributes.items()})


def _text(
    svg: Element, name: str, x: int, y: int, text: str, more: dict[str, str] | None = None
) -> Element:
    element = SubElement(svg, "text", {"class": name, "x": str(x), "y": str(y), **(more or {})})
    element.text = text
    return element
