"""Runs a state machine until it has managed to do all that it is meant to do."""

from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.support.hypothesis_profiles import is_thorough

EXAMPLES = 10
"""In each round. A round turns some rules off, so a few short ones see more than a long one."""


def run_rounds(
    make_machine: Callable[[], RuleBasedStateMachine],
    is_enough: Callable[[], bool],
    *,
    rounds: int,
    steps: int,
) -> None:
    """Run at most so many rounds, each from a seed of its own; all of them in a thorough run.

    Args:
        make_machine: Makes the machine of an example.
        is_enough: Whether the rounds so far have done everything at least once.
        rounds: The most that are run.
        steps: Rules that an example applies.
    """
    limits = settings(
        max_examples=EXAMPLES,
        stateful_step_count=steps,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    for number in range(rounds):
        if is_enough() and not is_thorough():
            return
        machine: Any = seed(number)(partial(make_machine))
        run_state_machine_as_test(machine, settings=limits)
