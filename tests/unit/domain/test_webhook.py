"""Endpoints and deliveries: retries over three days, secrets for one, and when it is over."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from src.domain.entities.user import Actor, Role
from src.domain.entities.webhook import (
    EVENT_TYPES,
    FAMILIES,
    TYPES_BY_ACTION,
    DeliveryStatus,
    DisabledReason,
    WebhookDelivery,
    WebhookEndpoint,
)
from src.domain.errors import InvalidState
from src.domain.shared.webhook_retries import GIVE_UP_AFTER, WAITS, wait_before_retry

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def endpoint(**fields: Any) -> WebhookEndpoint:
    defaults = {"id": 1, "owner_id": 7, "url": "https://a.example", "events": ["booking.*"]}
    return WebhookEndpoint(**{**defaults, "secret": "first", **fields})


def delivery(**fields: Any) -> WebhookDelivery:
    defaults: dict[str, Any] = {
        "endpoint_id": 1,
        "message_id": 4711,
        "type": "booking.confirmed",
        "subject": "booking",
        "subject_id": 5,
        "occurred_at": NOW,
        "next_at": NOW,
    }
    return WebhookDelivery(**{**defaults, **fields})


def test_retries_grow_and_take_three_days() -> None:
    assert all(short <= long for short, long in pairwise(WAITS))
    assert GIVE_UP_AFTER <= sum(WAITS, timedelta()) < GIVE_UP_AFTER + timedelta(hours=1)


@pytest.mark.parametrize("jitter", [0.0, 0.5, 1.0])
def test_wait_is_longer_by_a_tenth_at_most(jitter: float) -> None:
    for attempts, wait in enumerate(WAITS, start=1):
        given = wait_before_retry(attempts, jitter=jitter)
        assert given == wait * (1 + jitter / 10)
    assert wait_before_retry(len(WAITS) + 1, jitter=jitter) is None


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        (timedelta(), timedelta(seconds=5)),
        (timedelta(seconds=4), timedelta(seconds=5)),
        (timedelta(seconds=90), timedelta(seconds=90)),
        (timedelta(days=40), timedelta(hours=24)),
    ],
)
def test_retry_after_makes_a_wait_longer_within_a_day(asked: timedelta, wait: timedelta) -> None:
    assert wait_before_retry(1, jitter=0, retry_after=asked) == wait


def test_retry_after_does_not_add_an_attempt() -> None:
    assert wait_before_retry(len(WAITS) + 1, jitter=0, retry_after=timedelta(1)) is None


def test_long_wait_is_not_cut_by_a_retry_after() -> None:
    late = wait_before_retry(len(WAITS), jitter=1, retry_after=timedelta(days=9))
    assert late == timedelta(hours=24)
    assert wait_before_retry(len(WAITS), jitter=1, retry_after=timedelta(1)) == timedelta(hours=24)


def test_failed_delivery_waits_and_is_given_up_in_the_end() -> None:
    sent = delivery(attempts=1, sending_until=NOW)
    sent.fail("no", NOW, jitter=0, retry_after=None)
    assert (sent.status, sent.next_at) == (DeliveryStatus.PENDING, NOW + timedelta(seconds=5))
    assert (sent.error, sent.sending_until) == ("no", None)
    sent.attempts = len(WAITS) + 1
    sent.fail("no", NOW, jitter=0, retry_after=timedelta(1))
    assert (sent.status, sent.next_at) == (DeliveryStatus.FAILED, None)


def test_delivery_that_succeeds_has_no_error_left() -> None:
    sent = delivery(attempts=3, error="no", sending_until=NOW)
    sent.succeed()
    assert (sent.status, sent.error) == (DeliveryStatus.DELIVERED, None)
    assert (sent.next_at, sent.sending_until) == (None, None)


@pytest.mark.parametrize("status", DeliveryStatus)
def test_replay_begins_anew_with_the_same_id(status: DeliveryStatus) -> None:
    sent = delivery(status=status, attempts=9, sending_until=NOW)
    before = sent.webhook_id
    sent.replay(NOW + DAY)
    assert (sent.status, sent.attempts) == (DeliveryStatus.PENDING, 0)
    assert (sent.next_at, sent.sending_until) == (NOW + DAY, None)
    assert sent.webhook_id == before == "msg_4711"


def test_sold_out_has_an_id_beside_that_of_its_cause() -> None:
    assert delivery(type="event.sold_out").webhook_id == "msg_4711_sold_out"


def test_both_secrets_sign_for_a_day_and_a_third_ends_the_first() -> None:
    rotated = endpoint()
    assert rotated.signing_secrets(NOW) == ["first"]
    rotated.rotate_secret("second", NOW)
    assert rotated.signing_secrets(NOW + DAY - timedelta.resolution) == ["second", "first"]
    assert rotated.signing_secrets(NOW + DAY) == ["second"]
    rotated.rotate_secret("third", NOW)
    assert rotated.signing_secrets(NOW) == ["third", "second"]


def test_endpoint_is_disabled_by_410_at_once() -> None:
    gone = endpoint()
    assert gone.note_failure(410, NOW)
    assert (gone.is_active, gone.disabled_reason) == (False, DisabledReason.GONE)
    assert not gone.note_failure(410, NOW), "once"
    with pytest.raises(InvalidState):
        gone.require_active()


def test_endpoint_is_disabled_after_three_days_of_failures() -> None:
    failing = endpoint()
    assert not failing.note_failure(500, NOW)
    assert not failing.note_failure(None, NOW + GIVE_UP_AFTER - timedelta.resolution)
    assert failing.failing_since == NOW
    assert failing.note_failure(500, NOW + GIVE_UP_AFTER)
    assert failing.disabled_reason is DisabledReason.FAILING


def test_endpoint_that_is_made_active_begins_without_failures() -> None:
    disabled = endpoint()
    disabled.note_failure(410, NOW)
    disabled.edit({"is_active": True})
    disabled.require_active()
    assert (disabled.disabled_reason, disabled.failing_since) == (None, None)


def test_edit_that_says_what_is_so_changes_nothing() -> None:
    failing = endpoint()
    failing.note_failure(500, NOW)
    failing.edit({"is_active": True})
    assert failing.failing_since == NOW
    failing.note_failure(410, NOW)
    failing.edit({"is_active": False, "events": ("order.*",)})
    assert failing.disabled_reason is DisabledReason.GONE
    assert (failing.url, failing.events) == ("https://a.example", ["order.*"])


@pytest.mark.parametrize(
    ("actor", "is_manager"),
    [
        (Actor(7, Role.ORGANIZER), True),
        (Actor(8, Role.ORGANIZER), False),
        (Actor(7, Role.CUSTOMER), False),
        (Actor(9, Role.ADMIN), True),
    ],
)
def test_endpoint_is_managed_by_its_owner_and_admins(actor: Actor, is_manager: bool) -> None:
    assert endpoint().is_managed_by(actor) is is_manager


def test_every_type_has_a_family_and_a_cause() -> None:
    assert {f"{name.partition('.')[0]}.*" for name in EVENT_TYPES} == {*FAMILIES}
    assert {*EVENT_TYPES} - {*TYPES_BY_ACTION.values()} == {"event.sold_out"}
    assert {*TYPES_BY_ACTION.values()} < {*EVENT_TYPES}
