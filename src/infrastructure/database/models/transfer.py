"""Transfers of tickets, and the codes that tickets had before."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.ticket import Retirement
from src.domain.entities.transfer import TransferStatus


class RetiredTicketCodeModel(Model):
    id = fields.BigIntField(primary_key=True)
    code = fields.TextField()
    ticket_id = fields.BigIntField()
    event_id = fields.BigIntField()
    reason = fields.CharEnumField(Retirement, max_length=16)
    at = fields.DatetimeField()

    class Meta:
        table = "retired_ticket_codes"


class TransferModel(Model):
    id = fields.BigIntField(primary_key=True)
    ticket_id = fields.BigIntField()
    event_id = fields.BigIntField()
    issue = fields.IntField()
    from_user_id = fields.BigIntField()
    to_user_id = fields.BigIntField(null=True)
    email = fields.TextField(null=True)
    nonce = fields.UUIDField()
    token_hash = fields.BinaryField()
    status = fields.CharEnumField(TransferStatus, max_length=16, default=TransferStatus.OFFERED)
    expires_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "transfers"
