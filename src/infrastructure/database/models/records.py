"""Records of changes: results of idempotent requests, the audit log and its outbox."""

from tortoise import fields
from tortoise.models import Model


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
