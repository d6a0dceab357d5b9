"""Authorization: each rule, for every kind of caller."""

from collections.abc import Callable

import pytest

from src.application import access
from src.domain.entities.event import EventStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound
from tests.support.examples import (
    ADMIN,
    BUYER,
    EVENT_ID,
    EVERYBODY,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STRANGER,
    make_booking,
    make_event,
)
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

Rule = Callable[[Actor], None]
Answers = dict[Actor, type[Exception]]

DRAFT = make_event(status=EventStatus.DRAFT)

# Each rule with those whom it refuses, and how; it lets everybody else pass.
RULES: dict[str, tuple[Rule, Answers]] = {
    "an admin's": (
        access.require_admin,
        dict.fromkeys((ORGANIZER, RIVAL, BUYER, STRANGER, SCANNER), Forbidden),
    ),
    "an organizer's": (
        access.require_organizer_role,
        dict.fromkeys((BUYER, STRANGER, SCANNER), Forbidden),
    ),
    "its manager's": (
        lambda actor: access.require_event_manager(actor, make_event()),
        {RIVAL: NotFound, BUYER: Forbidden, STRANGER: Forbidden, SCANNER: Forbidden},
    ),
    "a draft's manager's": (
        lambda actor: access.require_event_manager(actor, DRAFT),
        dict.fromkeys((RIVAL, BUYER, STRANGER, SCANNER), NotFound),
    ),
    "a list of an event's": (
        lambda actor: access.require_event_collection(actor, make_event()),
        dict.fromkeys((RIVAL, BUYER, STRANGER, SCANNER), Forbidden),
    ),
    "a list of a draft's": (
        lambda actor: access.require_event_collection(actor, DRAFT),
        dict.fromkeys((RIVAL, BUYER, STRANGER, SCANNER), NotFound),
    ),
    "a list of the buyer's": (
        lambda actor: access.require_self(actor, BUYER.id),
        dict.fromkeys((ORGANIZER, RIVAL, STRANGER, SCANNER), Forbidden),
    ),
    "the buyer's account": (
        lambda actor: access.require_same_user(actor, BUYER.id),
        dict.fromkeys((ORGANIZER, RIVAL, STRANGER, SCANNER), NotFound),
    ),
    "the buyer's booking": (
        lambda actor: access.require_party(actor, make_booking(), make_event()),
        dict.fromkeys((RIVAL, STRANGER, SCANNER), NotFound),
    ),
}


@pytest.mark.parametrize("actor", EVERYBODY, ids=lambda actor: f"{actor.role}{actor.id}")
@pytest.mark.parametrize("name", RULES)
def test_a_rule_refuses_those_whom_it_names_and_nobody_else(name: str, actor: Actor) -> None:
    rule, refused = RULES[name]
    if actor in refused:
        with pytest.raises(refused[actor]):
            rule(actor)
    else:
        rule(actor)


@pytest.mark.parametrize(
    ("actor", "is_at_door"),
    [
        (ADMIN, True),
        (ORGANIZER, True),
        (SCANNER, True),
        (RIVAL, False),
        (BUYER, False),
        (STRANGER, False),
    ],
)
async def test_the_door_is_for_managers_and_the_scanners_of_the_event(
    store: Store, actor: Actor, is_at_door: bool
) -> None:
    # The buyer is assigned too, and no scanner (any more): that does not help them.
    store.scanners = {EVENT_ID: [SCANNER.id, BUYER.id]}
    events = FakeEventRepository(store)
    assert await access.is_event_staff(actor, make_event(), events) is is_at_door


async def test_a_scanner_of_another_event_is_not_at_this_door(store: Store) -> None:
    store.scanners = {EVENT_ID + 1: [SCANNER.id]}
    assert not await access.is_event_staff(SCANNER, make_event(), FakeEventRepository(store))
