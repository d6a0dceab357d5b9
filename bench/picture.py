"""The results as an SVG picture, readable on light and dark pages."""

import math
from collections.abc import Sequence
from html import escape

from bench.report import Row, text

WIDTH = 1080
LABELS = 460
BARS = 300
NUMBERS = 890
LINE = 26
TOP = 74
AT_TARGET = 0.5
"""Position of the target line, as a share of the bars' width; longer is better."""

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 17px; font-weight: 600; }
  .quiet { fill: #59636e; }
  .ok { fill: #1a7f37; } .below { fill: #bc4c00; }
  .target { stroke: #59636e; stroke-dasharray: 4 3; }
  .page { fill: #ffffff; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; } .quiet { fill: #9198a1; } .page { fill: #0d1117; }
    .ok { fill: #3fb950; } .below { fill: #f0883e; } .target { stroke: #9198a1; }
  }
"""


def picture(rows: Sequence[Row]) -> str:
    """A bar for each row with a target: its ratio compared with the target."""
    judged = [row for row in rows if row.target is not None]
    height = TOP + LINE * len(judged) + 16
    x = LABELS + BARS * AT_TARGET
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"',
        '  aria-label="Ratios of the benchmark against their targets">',
        f"<style>{STYLE}</style>",
        f'<rect class="page" width="{WIDTH}" height="{height}" rx="8"/>',
        '<text class="title" x="16" y="30">One hot event, measured in one run</text>',
        '<text class="quiet" x="16" y="52">A bar beyond the line is better than its target.</text>',
        f'<text class="quiet" x="{x}" y="52" text-anchor="middle">target</text>',
        *(_bar(row, TOP + LINE * index) for index, row in enumerate(judged)),
        f'<line class="target" x1="{x}" x2="{x}" y1="{TOP - 14}" y2="{height - 16}"/>',
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _bar(row: Row, y: int) -> str:
    length = max(2.0, BARS * AT_TARGET * min(_closeness(row), 1 / AT_TARGET))
    label = escape(f"{row.what} ÷ {row.against}")
    value = escape(f"{text(row.ratio, '')} ({row.target})")
    numbers = escape(f"{text(row.ours, row.unit)} ÷ {text(row.theirs, row.unit)}")
    return (
        f'<text x="{LABELS - 8}" y="{y + 4}" text-anchor="end">{label}</text>'
        f'<rect class="{row.verdict}" x="{LABELS}" y="{y - 8}" width="{length:.0f}" height="16" '
        f'rx="3"/>'
        f'<text x="{LABELS + BARS + 12}" y="{y + 4}">{value}</text>'
        f'<text class="quiet" x="{NUMBERS}" y="{y + 4}">{numbers}</text>'
    )


def _closeness(row: Row) -> float:
    """1 at the target, more if better, for lower and upper limits alike."""
    assert row.target is not None
    if math.isnan(row.ratio):
        return 0.0
    if row.target.is_at_least:
        return row.ratio / row.target.value
    return row.target.value / row.ratio if row.ratio else math.inf
