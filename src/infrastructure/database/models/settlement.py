"""What organizers are owed: terms, bank accounts and payouts."""

from tortoise import fields
from tortoise.models import Model

from src.infrastructure.database.models.money import MoneyField


class SettlementTermsModel(Model):
    id = fields.BigIntField(primary_key=True)
    organizer_id = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    valid_from = fields.DatetimeField()
    keeps_fees = fields.BooleanField()
    commission_percent = fields.DecimalField(max_digits=5, decimal_places=2)
    commission_per_ticket = MoneyField()
    receives_manual = fields.BooleanField()
    hold_back_days = fields.IntField()
    created_at = fields.DatetimeField()

    class Meta:
        table = "settlement_terms"


class BankAccountModel(Model):
    user_id = fields.BigIntField(primary_key=True, generated=False)
    holder = fields.TextField()
    iban = fields.TextField(null=True)
    other = fields.TextField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "bank_accounts"


class OrganizerPayoutModel(Model):
    id = fields.BigIntField(primary_key=True)
    organizer_id = fields.BigIntField()
    currency = fields.CharField(max_length=3)
    amount = MoneyField()
    paid_on = fields.DateField()
    reference = fields.TextField()
    note = fields.TextField(null=True)
    is_advance = fields.BooleanField(default=False)
    reverses_id = fields.BigIntField(null=True)
    recorded_at = fields.DatetimeField()

    class Meta:
        table = "organizer_payouts"
