"""Outgoing webhooks: endpoints, deliveries, and events that are sold out."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from src.domain.entities.webhook import DeliveryStatus, DisabledReason


class WebhookEndpointModel(Model):
    id = fields.BigIntField(primary_key=True)
    owner_id = fields.BigIntField()
    url = fields.TextField()
    events = ArrayField(element_type="text")
    is_active = fields.BooleanField(default=True)
    disabled_reason = fields.CharEnumField(DisabledReason, max_length=16, null=True)
    secret = fields.TextField()
    previous_secret = fields.TextField(null=True)
    previous_secret_until = fields.DatetimeField(null=True)
    failing_since = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "webhook_endpoints"


class WebhookDeliveryModel(Model):
    id = fields.BigIntField(primary_key=True)
    endpoint_id = fields.BigIntField()
    message_id = fields.BigIntField()
    type = fields.TextField()
    subject = fields.TextField()
    subject_id = fields.BigIntField()
    event_id = fields.BigIntField(null=True)
    occurred_at = fields.DatetimeField()
    status = fields.CharEnumField(DeliveryStatus, max_length=16, default=DeliveryStatus.PENDING)
    attempts = fields.IntField(default=0)
    next_at = fields.DatetimeField(null=True)
    sending_until = fields.DatetimeField(null=True)
    last_attempt_at = fields.DatetimeField(null=True)
    response_status = fields.IntField(null=True)
    error = fields.TextField(null=True)
    duration_ms = fields.IntField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "webhook_deliveries"


class SoldOutEventModel(Model):
    event_id = fields.BigIntField(primary_key=True, generated=False)

    class Meta:
        table = "webhook_sold_out_events"
