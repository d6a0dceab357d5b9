"""The command line: one file per command."""

import importlib.util

if importlib.util.find_spec("typer") is None:
    raise SystemExit(
        "This Python has not the packages of this project. Run `make setup`, once, and "
        "`source .venv/bin/activate`, in each new shell."
    )
