"""Mails and mailings."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.mail import MailKind, MailStatus


class MailModel(Model):
    id = fields.BigIntField(primary_key=True)
    cause = fields.TextField()
    kind = fields.CharEnumField(MailKind, max_length=32)
    user_id = fields.BigIntField(null=True)
    event_id = fields.BigIntField(null=True)
    booking_id = fields.BigIntField(null=True)
    order_id = fields.BigIntField(null=True)
    ticket_id = fields.BigIntField(null=True)
    transaction_id = fields.BigIntField(null=True)
    transfer_id = fields.BigIntField(null=True)
    payout_id = fields.BigIntField(null=True)
    dispute_id = fields.BigIntField(null=True)
    status = fields.CharEnumField(MailStatus, max_length=16, default=MailStatus.WAITING)
    attempts = fields.IntField(default=0)
    next_at = fields.DatetimeField(null=True, auto_now_add=True)
    last_error = fields.TextField(null=True)
    message_id = fields.UUIDField()
    created_at = fields.DatetimeField(auto_now_add=True)
    sent_at = fields.DatetimeField(null=True)

    class Meta:
        table = "mails"


class MailingModel(Model):
    id = fields.BigIntField(primary_key=True)
    cause = fields.TextField()
    kind = fields.CharEnumField(MailKind, max_length=32)
    event_id = fields.BigIntField()
    after_ticket_id = fields.BigIntField(default=0)
    created_at = fields.DatetimeField(auto_now_add=True)
    done_at = fields.DatetimeField(null=True)

    class Meta:
        table = "mailings"
