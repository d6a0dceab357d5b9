"""Payouts, and the movements and balances of the accounts at payment providers."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.payout import MovementKind, PayoutStatus
from src.infrastructure.database.models.money import MoneyField


class PayoutModel(Model):
    id = fields.BigIntField(primary_key=True)
    provider = fields.TextField()
    provider_reference = fields.TextField()
    status = fields.CharEnumField(PayoutStatus, max_length=16)
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    made_at = fields.DatetimeField()
    arrives_on = fields.DateField()
    is_automatic = fields.BooleanField()
    is_itemized = fields.BooleanField(default=False)
    failure = fields.TextField(null=True)
    bank_amount = MoneyField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "payouts"


class ProviderMovementModel(Model):
    id = fields.BigIntField(primary_key=True)
    provider = fields.TextField()
    reference = fields.TextField()
    kind = fields.CharEnumField(MovementKind, max_length=16)
    word = fields.TextField()
    amount = MoneyField()
    fee = MoneyField()
    currency = fields.CharField(max_length=3)
    source_reference = fields.TextField(null=True)
    paid_amount = MoneyField()
    paid_currency = fields.CharField(max_length=3)
    exchange_rate = MoneyField(null=True)
    moved_at = fields.DatetimeField()
    available_on = fields.DatetimeField()
    transaction_id = fields.BigIntField(null=True)
    payout_id = fields.BigIntField(null=True)

    class Meta:
        table = "provider_movements"


class ProviderBalanceModel(Model):
    id = fields.BigIntField(primary_key=True)
    provider = fields.TextField()
    currency = fields.CharField(max_length=3)
    opening = MoneyField()
    balance = MoneyField()
    moved = MoneyField()
    since = fields.DatetimeField()
    read_at = fields.DatetimeField()

    class Meta:
        table = "provider_balances"
