"""Tickets, the codes that some of them had before, and their transfers."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.ticket import Retirement, TicketStatus
from src.domain.entities.transfer import TransferStatus


class TicketModel(Model):
    id = fields.BigIntField(primary_key=True)
    booking_id = fields.BigIntField()
    event_id = fields.BigIntField()
    ticket_type_id = fields.BigIntField()
    user_id = fields.BigIntField()
    seat_id = fields.BigIntField(null=True)
    ticket_code = fields.TextField(null=True)
    price = fields.DecimalField(max_digits=12, decimal_places=2)
    status = fields.CharEnumField(TicketStatus, max_length=16, default=TicketStatus.RESERVED)
    issue = fields.IntField(default=1)
    used_at = fields.DatetimeField(null=True)
    used_by = fields.BigIntField(null=True)
    gate = fields.TextField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "tickets"


class RetiredTicketCodeModel(Model):
    code = fields.TextField(primary_key=True)
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
