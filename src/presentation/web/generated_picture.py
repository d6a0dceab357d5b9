"""The picture of an event that has no poster: calm shapes made from its id and kind.

It is an SVG of about 2 KiB that depends on nothing else, so that browsers keep it. Colours are of
medium lightness, and stand on a light page as on a dark one.
"""

import math
from collections.abc import Callable, Iterator
from random import Random

from src.domain.entities.event import EventKind

WIDTH, HEIGHT = 1200, 800
GOLDEN = 0.618034

HUES = {
    EventKind.CONCERT: (360, 275),
    EventKind.MOVIE: (305, 200),
    EventKind.THEATRE: (42, -15),
    EventKind.SPORT: (185, 120),
    EventKind.CONFERENCE: (265, 190),
    EventKind.OTHER: (100, 35),
}
"""For each kind the range that the hue of its ground is taken from, in OKLCH."""


def picture(event_id: int, kind: EventKind) -> str:
    """The SVG of this event."""
    # Not for secrets: the same event has the same picture in every process.
    random = Random(event_id * 7919)  # noqa: S311
    first, last = HUES[kind]
    # Neighbours in a list have neighbouring ids: they shall differ all the same.
    hue = first + (last - first) * ((event_id * GOLDEN) % 1)
    accent = hue + random.choice((-50, 45, 70))
    shapes = "".join(DRAWINGS[kind](random, hue, accent))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}" preserveAspectRatio="xMidYMid slice">'
        f'<defs><linearGradient id="g" x1="0" y1="0" x2="{random.choice((0, 0.6, 1))}" y2="1">'
        f'<stop offset="0" stop-color="{colour(0.36, 0.11, hue)}"/>'
        f'<stop offset="1" stop-color="{colour(0.52, 0.13, hue + 24)}"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#g)"/>{shapes}</svg>'
    )


def colour(lightness: float, chroma: float, hue: float) -> str:
    """An OKLCH colour as sRGB in hexadecimal; what sRGB has not is cut off."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(part)):02x}" for part in linear)


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _concert(random: Random, hue: float, accent: float) -> Iterator[str]:
    """A sound that spreads from a stage."""
    x, y = random.randint(250, 950), random.randint(560, 800)
    for ring in range(9, 0, -1):
        radius = ring * random.randint(84, 96)
        tone = colour(0.42 + 0.035 * (9 - ring), 0.15, hue + (accent - hue) * (9 - ring) / 9)
        yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{tone}" opacity=".55"/>'
    yield f'<circle cx="{x}" cy="{y}" r="46" fill="{colour(0.9, 0.06, accent)}"/>'


def _movie(random: Random, hue: float, accent: float) -> Iterator[str]:
    """The beam of a projector, and what it throws."""
    x, y = random.choice((0, WIDTH)), random.randint(60, 240)
    far = WIDTH - x
    beam = colour(0.8, 0.09, accent)
    for opacity, spread in ((0.16, 420), (0.2, 300), (0.24, 190)):
        middle = random.randint(430, 520)
        points = f"{x},{y} {far},{middle - spread} {far},{middle + spread}"
        yield f'<polygon points="{points}" fill="{beam}" opacity="{opacity}"/>'
    for _ in range(14):
        radius = random.randint(3, 10)
        yield _dot(random, radius, colour(0.92, 0.05, accent), 0.6)
    yield f'<rect y="690" width="{WIDTH}" height="110" fill="{colour(0.26, 0.06, hue)}"/>'
    for hole in range(-1, 13):
        left = hole * 100 + 30
        tone = colour(0.5, 0.09, hue)
        yield f'<rect x="{left}" y="722" width="56" height="46" rx="12" fill="{tone}"/>'


def _theatre(random: Random, hue: float, accent: float) -> Iterator[str]:
    """Curtains, drawn aside."""
    light_x = random.randint(440, 760)
    glow = colour(0.88, 0.1, accent)
    yield f'<ellipse cx="{light_x}" cy="700" rx="330" ry="70" fill="{glow}" opacity=".5"/>'
    beam = f"{light_x - 40},0 {light_x + 40},0 {light_x + 320},700 {light_x - 320},700"
    yield f'<polygon points="{beam}" fill="{glow}" opacity=".22"/>'
    for side in (0, 1):
        for fold in range(6, 0, -1):
            edge = fold * random.randint(58, 70)
            tone = colour(0.4 + 0.045 * (fold % 3), 0.15, hue + 4 * fold)
            yield _curtain(edge, WIDTH if side else 0, -1 if side else 1, tone)
    yield f'<path d="M0 0H{WIDTH}V60Q{WIDTH // 2} 190 0 60z" fill="{colour(0.36, 0.13, hue)}"/>'


def _curtain(edge: int, origin: int, direction: int, tone: str) -> str:
    top, waist = origin + direction * (edge + 110), origin + direction * round(edge * 0.62)
    return f'<path d="M{origin} 0H{top}Q{top} 420 {waist} 800H{origin}z" fill="{tone}"/>'


def _sport(random: Random, hue: float, accent: float) -> Iterator[str]:
    """Lanes round a bend, and a ball."""
    x, y = random.choice((150, 1050)), random.randint(760, 900)
    for lane in range(8, 0, -1):
        tone = colour(0.46 + (0.05 if lane % 2 else 0.0), 0.12, hue + 3 * lane)
        radius = 120 + lane * 105
        yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{tone}"'
        yield f' stroke="{colour(0.88, 0.04, hue)}" stroke-width="5" stroke-opacity=".7"/>'
    ball_x = WIDTH - x + random.randint(-120, 120)
    ball_y, radius = random.randint(190, 330), random.randint(74, 104)
    yield f'<circle cx="{ball_x}" cy="{ball_y}" r="{radius}" fill="{colour(0.84, 0.14, accent)}"/>'
    yield (
        f'<circle cx="{ball_x - radius // 4}" cy="{ball_y - radius // 4}" r="{radius // 2}"'
        f' fill="{colour(0.95, 0.06, accent)}" opacity=".5"/>'
    )


def _conference(random: Random, hue: float, accent: float) -> Iterator[str]:
    """People who talk with each other: a net of them."""
    people = [
        (column * 240 + random.randint(60, 180), row * 230 + random.randint(50, 170))
        for row in range(4)
        for column in range(5)
    ]
    line = colour(0.8, 0.06, accent)
    for index, (x, y) in enumerate(people):
        near = sorted(people[index + 1 :], key=lambda p: math.dist(p, (x, y)))[:2]
        for to_x, to_y in near:
            path = f"M{x} {y}L{to_x} {to_y}"
            yield f'<path d="{path}" stroke="{line}" stroke-width="4" opacity=".4"/>'
    for x, y in people:
        radius = random.choice((22, 30, 44, 66))
        tone = colour(random.uniform(0.6, 0.84), 0.11, random.choice((hue, accent)))
        yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{tone}" opacity=".9"/>'


def _other(random: Random, hue: float, accent: float) -> Iterator[str]:
    """Hills in the evening."""
    x, y = random.randint(250, 950), random.randint(190, 330)
    sun, radius = colour(0.9, 0.1, accent), random.randint(88, 130)
    yield f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{sun}"/>'
    for hill in range(5):
        base = 330 + hill * 105
        one, two = random.randint(-130, 130), random.randint(-130, 130)
        tone = colour(0.68 - 0.075 * hill, 0.11, hue + (accent - hue) * hill / 8)
        yield (
            f'<path d="M0 {base + one // 2}C300 {base + one} 420 {base - one} 640 {base + two // 2}'
            f'S1000 {base - two} 1200 {base + one // 3}V800H0z" fill="{tone}"/>'
        )


def _dot(random: Random, radius: int, tone: str, opacity: float) -> str:
    x, y = random.randint(0, WIDTH), random.randint(0, 660)
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{tone}" opacity="{opacity}"/>'


DRAWINGS: dict[EventKind, Callable[[Random, float, float], Iterator[str]]] = {
    EventKind.CONCERT: _concert,
    EventKind.MOVIE: _movie,
    EventKind.THEATRE: _theatre,
    EventKind.SPORT: _sport,
    EventKind.CONFERENCE: _conference,
    EventKind.OTHER: _other,
}
