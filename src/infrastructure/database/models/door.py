"""Gates, and the log of scans at them."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class GateModel(Model):
    id = fields.BigIntField(primary_key=True)
    event_id = fields.BigIntField()
    position = fields.IntField()
    name = fields.TextField()
    ticket_type_ids = ArrayField(element_type="bigint", default=list)

    class Meta:
        table = "gates"


class CheckInModel(Model):
    id = fields.BigIntField(primary_key=True)
    event_id = fields.BigIntField()
    ticket_id = fields.BigIntField()
    issue = fields.IntField()
    scanner_id = fields.TextField()
    scan_id = fields.TextField()
    kind = fields.TextField()
    at = fields.DatetimeField()
    gate = fields.TextField(null=True)
    user_id = fields.BigIntField()
    refusal = fields.TextField(null=True)
    received_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "check_ins"
