"""`python -m tools.hot_event`: simulate the ways of docs/decisions/0026, a minute or two."""

from tools.hot_event.model import Result
from tools.hot_event.scenarios import BUYERS, TICKETS, run

SECOND = 1.0
COLUMNS = ("sold out", "inside", "wait p50", "p99", "longest", "too early", "overtaken", "moves")


def main() -> None:
    """Print a table: seconds, and numbers of buyers."""
    print(f"{TICKETS:,} tickets, {BUYERS:,} buyers, half of them within 20 s\n")
    print(f"{'':46}" + "".join(f"{column:>11}" for column in COLUMNS))
    for scenario, result in run():
        print(f"{scenario.name:46}" + "".join(f"{value:>11}" for value in _row(result)))


def _row(result: Result) -> list[str]:
    waits = result.waits()
    sold_out = "never" if result.sold_out is None else f"{result.sold_out:.1f} s"
    return [
        sold_out,
        f"{result.most_inside():,}",
        f"{waits[len(waits) // 2]:.2f} s",
        f"{waits[len(waits) * 99 // 100]:.2f} s",
        f"{waits[-1]:.1f} s",
        f"{result.refused_too_early:,}",
        f"{result.overtaken(SECOND):,}",
        f"{result.moves:,}",
    ]


if __name__ == "__main__":
    main()
