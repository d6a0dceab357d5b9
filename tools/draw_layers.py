"""Draws docs/layers.svg: the packages of `src` by layer, and who imports whom, as the code has it.

Run by `make diagram`. The picture holds no number and no arrow that is not counted here.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "layers.svg"

# Rows from top to bottom; a package may import those of the rows below it.
LAYERS: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
    ("entry", "Entry points", (("cli", "main"), ("app",))),
    ("container", "Composition root", (("container",),)),
    (
        "presentation",
        "Presentation: HTTP in, HTTP out",
        (
            ("presentation.api", "presentation.controllers", "presentation.web"),
            ("presentation.server", "presentation.middleware"),
            ("presentation.schemas", "presentation.dependencies"),
            ("presentation.openapi", "presentation.utils"),
        ),
    ),
    (
        "infrastructure",
        "Infrastructure: adapters of the ports",
        (
            (
                "infrastructure.repositories",
                "infrastructure.payments",
                "infrastructure.jobs",
                "infrastructure.metrics",
                "infrastructure.backups",
            ),
            (
                "infrastructure.read_models",
                "infrastructure.reports",
                "infrastructure.documents",
                "infrastructure.webhooks",
                "infrastructure.codes",
            ),
            (
                "infrastructure.database",
                "infrastructure.security",
                "infrastructure.mail",
                "infrastructure.notifications",
            ),
        ),
    ),
    (
        "application",
        "Application: what the product does",
        (
            ("application.use_cases",),
            ("application.settling", "application.invoicing"),
            (
                "application.selling",
                "application.carts",
                "application.catalogue",
                "application.reports",
            ),
            (
                "application.identity",
                "application.live",
                "application.mailing",
                "application.documents",
                "application.access",
                "application.concurrency",
            ),
            ("application.ports", "application.dtos"),
        ),
    ),
    (
        "domain",
        "Domain: the rules, standard library only",
        (
            ("domain.services", "domain.repositories"),
            ("domain.entities",),
            ("domain.shared", "domain.errors"),
        ),
    ),
)
WIDTH, ROW, GAP, PAD, HEAD = 1000, 46, 12, 18, 34
HALF = (WIDTH - 80) / 2


@dataclass(frozen=True)
class Band:
    """A layer on the page."""

    name: str
    x: float
    y: float
    width: float
    height: float


def layer_of(module: str) -> str | None:
    """The layer that a module of `src` belongs to."""
    for layer, _, rows in LAYERS:
        for package in (name for row in rows for name in row):
            if module == f"src.{package}" or module.startswith(f"src.{package}."):
                return layer
    return None


def imports_between_layers(graph: grimp.ImportGraph) -> Counter[tuple[str, str]]:
    """How many imports lead from one layer to another."""
    counts: Counter[tuple[str, str]] = Counter()
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            source, target = layer_of(importer), layer_of(imported)
            if source and target and source != target:
                counts[source, target] += 1
    return counts


def size_of(graph: grimp.ImportGraph, package: str) -> str:
    """The number of files with code in a package."""
    modules = {f"src.{package}"} | graph.find_descendants(f"src.{package}")
    paths = [ROOT / name.replace(".", "/") for name in modules]
    files = [path for path in paths if path.with_suffix(".py").is_file()]
    files += [path for path in paths if _size(path / "__init__.py")]
    return f"{len(files)} file{'' if len(files) == 1 else 's'}"


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def bands() -> list[Band]:
    """Where each layer stands: one below the other, presentation beside infrastructure."""
    placed: list[Band] = []
    y = 20.0
    for name, _, rows in LAYERS:
        height = HEAD + len(rows) * (ROW + GAP) + PAD - GAP
        is_beside = name == "infrastructure"
        if is_beside:
            y = placed[-1].y
        x = 40 + HALF + 30 if is_beside else 40.0
        width = HALF - 30 if name in ("presentation", "infrastructure") else float(WIDTH - 80)
        placed.append(Band(name, x, y, width, height))
        if name != "presentation":
            y += height + 56
    return placed


def draw_band(graph: grimp.ImportGraph, band: Band) -> list[str]:
    """The layer's frame, its title, and a box for each package."""
    _, title, rows = next(layer for layer in LAYERS if layer[0] == band.name)
    parts = [
        f'<rect class="band" x="{band.x}" y="{band.y}" width="{band.width}" '
        f'height="{band.height}" rx="8"/>',
        f'<text class="title" x="{band.x + PAD}" y="{band.y + 23}">{escape(title)}</text>',
    ]
    for number, row in enumerate(rows):
        y = band.y + HEAD + number * (ROW + GAP)
        width = (band.width - 2 * PAD - (len(row) - 1) * GAP) / len(row)
        for place, package in enumerate(row):
            x = band.x + PAD + place * (width + GAP)
            label = package.rpartition(".")[2]
            parts += [
                f'<rect class="box" x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{ROW}" '
                'rx="5"/>',
                f'<text class="name" x="{x + width / 2:.0f}" y="{y + 20:.0f}">{label}</text>',
                f'<text class="size" x="{x + width / 2:.0f}" y="{y + 37:.0f}">'
                f"{size_of(graph, package)}</text>",
            ]
    return parts


def draw_arrow(start: Band, end: Band, x: float, count: int) -> list[str]:
    """An arrow down from one layer to another, with the number of imports."""
    top, bottom = start.y + start.height, end.y - 6
    return [
        f'<path class="arrow" d="M{x:.0f} {top:.0f} V{bottom:.0f}" marker-end="url(#head)"/>',
        f'<text class="count" x="{x + 8:.0f}" y="{bottom - 8:.0f}">{count} imports</text>',
    ]


def draw(graph: grimp.ImportGraph) -> str:
    """The picture as SVG."""
    placed = {band.name: band for band in bands()}
    counts = imports_between_layers(graph)
    arrows = (
        ("entry", "container", 300.0),
        ("container", "presentation", 170.0),
        ("container", "infrastructure", 640.0),
        ("presentation", "application", 270.0),
        ("infrastructure", "application", 740.0),
        ("application", "domain", 500.0),
    )
    parts: list[str] = []
    for band in placed.values():
        parts += draw_band(graph, band)
    for source, target, x in arrows:
        parts += draw_arrow(placed[source], placed[target], x, counts[source, target])
    order = [name for name, _, _ in LAYERS]
    upward = sum(count for (a, b), count in counts.items() if order.index(a) > order.index(b))
    aside = counts["presentation", "infrastructure"] + counts["infrastructure", "presentation"]
    last = placed["domain"]
    height = last.y + last.height + 50
    note = f"Imports that lead upwards: {upward}. Between presentation and infrastructure: {aside}."
    parts.append(f'<text class="size note" x="40" y="{height - 18:.0f}">{note}</text>')
    body = "\n".join(parts)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img"
 aria-label="The layers of the code and the imports between them">
<style>
svg {{ font-family: system-ui, sans-serif; color: #1f2933; background: #fff; }}
.band {{ fill: #f2f5f8; stroke: #c3ccd6; }}
.box {{ fill: #fff; stroke: #8795a5; }}
.title {{ font-size: 15px; font-weight: 600; fill: #1f2933; }}
.name {{ font-size: 14px; text-anchor: middle; fill: #1f2933; }}
.size {{ font-size: 12px; text-anchor: middle; fill: #52606d; }}
.note {{ text-anchor: start; }}
.count {{ font-size: 12px; fill: #1d4ed8; }}
.arrow {{ stroke: #1d4ed8; stroke-width: 2; fill: none; }}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8"
 orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0 L8 4 L0 8 Z" fill="#1d4ed8"/></marker>
</defs>
{body}
</svg>
"""


def main() -> None:
    """Write the picture."""
    TARGET.write_text(draw(grimp.build_graph("src", include_external_packages=False)))


if __name__ == "__main__":
    main()
