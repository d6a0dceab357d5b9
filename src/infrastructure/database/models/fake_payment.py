"""The data of the fake payment service: an external party that uses the same database."""

from tortoise import fields
from tortoise.models import Model

from src.infrastructure.database.models.money import MoneyField


class FakePaymentModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    idempotency_key = fields.TextField()
    transaction_id = fields.BigIntField()
    order_reference = fields.TextField()
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    state = fields.TextField()
    failure = fields.TextField(null=True)
    expires_at = fields.DatetimeField(null=True)
    pays_at = fields.DatetimeField(null=True)
    return_url = fields.TextField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "fake_payments"


class FakeRefundModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    idempotency_key = fields.TextField()
    transaction_id = fields.BigIntField(null=True)
    payment_id = fields.BigIntField()
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    state = fields.TextField()
    failure = fields.TextField(null=True)
    succeeds_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField()

    class Meta:
        table = "fake_refunds"


class FakeDisputeModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    payment_id = fields.BigIntField()
    status = fields.TextField()
    reason = fields.TextField()
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    is_taken = fields.BooleanField()
    evidence_due_by = fields.DatetimeField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "fake_disputes"


class FakePayoutModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    amount = MoneyField()
    currency = fields.CharField(max_length=3)
    made_at = fields.DatetimeField()

    class Meta:
        table = "fake_payouts"


class FakeMovementModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    kind = fields.TextField()
    source_reference = fields.TextField()
    amount = MoneyField()
    fee = MoneyField()
    currency = fields.CharField(max_length=3)
    moved_at = fields.DatetimeField()
    payout_id = fields.BigIntField(null=True)

    class Meta:
        table = "fake_movements"
