"""Transactions, disputes, webhook events of providers, the ledger, and discount codes."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.transaction import LedgerAccount, TransactionKind, TransactionStatus
from src.infrastructure.database.models.money import MoneyField


class TransactionModel(Model):
    id = fields.BigIntField(primary_key=True)
    order_id = fields.BigIntField()
    kind = fields.CharEnumField(TransactionKind, max_length=16)
    status = fields.CharEnumField(
        TransactionStatus, max_length=16, default=TransactionStatus.PENDING
    )
    provider = fields.TextField()
    payment_method = fields.TextField(null=True)
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    refunded_amount = MoneyField(default=0)
    disputed_amount = MoneyField(default=0)
    lost_amount = MoneyField(default=0)
    idempotency_key = fields.TextField()
    provider_reference = fields.TextField(null=True)
    client_secret = fields.TextField(null=True)
    redirect_url = fields.TextField(null=True)
    parent_id = fields.BigIntField(null=True)
    replaces_id = fields.BigIntField(null=True)
    owed_amount = MoneyField(default=0)
    event_id = fields.BigIntField(null=True)
    booking_id = fields.BigIntField(null=True)
    reason = fields.TextField(null=True)
    failure = fields.TextField(null=True)
    note = fields.TextField(null=True)
    settled_at = fields.DatetimeField(null=True)
    ask_at = fields.DatetimeField(null=True)
    requested_amount = MoneyField(null=True)
    due_at = fields.DatetimeField(null=True)
    given_up = fields.BooleanField(default=False)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "transactions"


class DisputeModel(Model):
    id = fields.BigIntField(primary_key=True)
    order_id = fields.BigIntField()
    payment_id = fields.BigIntField()
    transaction_id = fields.BigIntField(null=True)
    provider = fields.TextField()
    provider_reference = fields.TextField()
    status = fields.CharEnumField(DisputeStatus, max_length=16)
    reason = fields.TextField()
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    evidence_due_by = fields.DatetimeField(null=True)
    is_taken = fields.BooleanField(default=False)
    opened_at = fields.DatetimeField()
    closed_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "disputes"


class PaymentEventModel(Model):
    id = fields.BigIntField(primary_key=True)
    provider = fields.TextField()
    provider_event_id = fields.TextField()
    transaction_id = fields.BigIntField()
    outcome = fields.TextField()
    received_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "payment_events"


class RefundedTicketModel(Model):
    id = fields.BigIntField(primary_key=True)
    transaction_id = fields.BigIntField()
    ticket_id = fields.BigIntField()
    amount = MoneyField()

    class Meta:
        table = "refunded_tickets"


class LedgerEntryModel(Model):
    id = fields.BigIntField(primary_key=True)
    at = fields.DatetimeField()
    transaction_id = fields.BigIntField()
    kind = fields.CharEnumField(TransactionKind, max_length=16)
    account = fields.CharEnumField(LedgerAccount, max_length=16)
    order_id = fields.BigIntField()
    order_item_id = fields.BigIntField(null=True)
    event_id = fields.BigIntField(null=True)
    booking_id = fields.BigIntField(null=True)
    ticket_type_id = fields.BigIntField(null=True)
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    turn = fields.IntField(default=0)

    class Meta:
        table = "ledger_entries"


class DiscountModel(Model):
    id = fields.BigIntField(primary_key=True)
    code = fields.TextField()
    owner_id = fields.BigIntField(null=True)
    kind = fields.CharEnumField(DiscountKind, max_length=16)
    value = MoneyField()
    currency = fields.CharField(max_length=3, null=True)
    event_id = fields.BigIntField(null=True)
    ticket_type_id = fields.BigIntField(null=True)
    valid_from = fields.DatetimeField(null=True)
    valid_until = fields.DatetimeField(null=True)
    max_uses = fields.IntField(null=True)
    max_uses_per_user = fields.IntField(null=True)
    max_tickets = fields.IntField(null=True)
    min_spend = MoneyField(null=True)
    max_discount = MoneyField(null=True)
    used = fields.IntField(default=0)
    used_tickets = fields.IntField(default=0)
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "discounts"
