"""Serve one baseline: `python -m bench.baselines no_database` on HOST:PORT of the environment."""

import os
import sys

import uvicorn

# The same options as in the product's `serve`.
uvicorn.run(
    f"bench.baselines.{sys.argv[1]}:app",
    host=os.environ["HOST"],
    port=int(os.environ["PORT"]),
    log_config=None,
    access_log=False,
)
