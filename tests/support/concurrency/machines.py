"""Runs a state machine until it has managed to do all that it is meant to do."""

import logging
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.support.thorough import IS_THOROUGH

EXAMPLES = 10
"""In each round. A round turns some rules off, so a few short ones see more than a long one."""

log = logging.getLogger(__name__)


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
    for number in range(rounds):
        if is_enough() and not IS_THOROUGH:
            return
        _run_round(make_machine, number, steps)


def run_steps(
    make_machine: Callable[[], RuleBasedStateMachine],
    steps_done: Callable[[], int],
    is_enough: Callable[[], bool],
    *,
    enough: int,
    steps: int,
    part: int,
    parts: int,
) -> None:
    """Run rounds until so many steps are done; each part of a test has seeds of its own.

    Twice as many at most, until the rounds have done everything at least once.

    Args:
        make_machine: Makes the machine of an example.
        steps_done: How many steps there were until now.
        is_enough: Whether the rounds so far have done everything at least once.
        enough: How many steps are wanted.
        steps: Rules that an example applies.
        part: The number of this part, from 0.
        parts: How many parts there are.
    """
    began = time.monotonic()
    for number in count(part, parts):
        if steps_done() >= enough and (is_enough() or steps_done() >= 2 * enough):
            return
        _run_round(make_machine, number, steps)
        rate = steps_done() / (time.monotonic() - began)
        log.warning("seed %d: %d steps, %.1f a second", number, steps_done(), rate)


def _run_round(make_machine: Callable[[], RuleBasedStateMachine], number: int, steps: int) -> None:
    limits = settings(
        max_examples=EXAMPLES,
        stateful_step_count=steps,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    machine: Any = seed(number)(partial(make_machine))
    run_state_machine_as_test(machine, settings=limits)
