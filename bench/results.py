"""The results as JSON, with the conditions of the measurement."""

import json
import os
import platform
from datetime import UTC, datetime

from bench.bench import Bench
from bench.report import Row


def as_json(bench: Bench, rows: list[Row], *, postgres: str, seconds: float) -> str:
    """The table, the machine and the result of the invariants."""
    plan = bench.plan
    document = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "took_seconds": round(seconds),
        "machine": {
            "cores": os.cpu_count(),
            "system": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
            "postgresql": postgres,
        },
        "plan": {
            "seconds": plan.seconds,
            "repetitions": plan.repetitions,
            "users": plan.users,
            "earlier_bookings": plan.grown_bookings,
        },
        "rows": [row.as_json() for row in rows],
        "invariants": {"recounts": bench.checks, "broken": bench.broken},
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
