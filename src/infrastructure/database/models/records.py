"""Records of changes: results of idempotent requests, the audit log and its outbox, sums."""

from tortoise import fields
from tortoise.models import Model

from src.infrastructure.database.models.money import MoneyField


class ActivityModel(Model):
    """What was sold and paid in a quarter of an hour; the rows of one are added up."""

    id = fields.BigIntField(primary_key=True)
    quarter = fields.DatetimeField()
    currency = fields.CharField(max_length=3)
    bookings = fields.IntField(default=0)
    places = fields.IntField(default=0)
    entries = fields.IntField(default=0)
    gross = MoneyField(default=0)
    refunds = MoneyField(default=0)

    class Meta:
        table = "activity_quarters"


class IdempotencyKeyModel(Model):
    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    key = fields.TextField()
    fingerprint = fields.BinaryField()
    answer = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "idempotency_keys"


class AuditLogModel(Model):
    id = fields.BigIntField(primary_key=True)
    at = fields.DatetimeField(auto_now_add=True)
    actor_id = fields.BigIntField(null=True)
    action = fields.TextField()
    subject = fields.TextField()
    subject_id = fields.BigIntField()
    event_id = fields.BigIntField(null=True)
    before: fields.Field[dict[str, object]] = fields.JSONField(null=True)
    after: fields.Field[dict[str, object]] = fields.JSONField(null=True)
    correlation_id = fields.TextField(null=True)
    api_key_id = fields.BigIntField(null=True)

    class Meta:
        table = "audit_log"


class OutboxModel(Model):
    id = fields.BigIntField(primary_key=True, generated=False)
    at = fields.DatetimeField()
    action = fields.TextField()
    subject = fields.TextField()
    subject_id = fields.BigIntField()
    event_id = fields.BigIntField(null=True)

    class Meta:
        table = "outbox"
