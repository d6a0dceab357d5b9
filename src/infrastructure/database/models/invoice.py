"""Sellers, whom invoices are for, and invoices with their numbers."""

from typing import Any

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.invoice import InvoiceKind
from src.domain.shared.tax import TaxRounding
from src.infrastructure.database.models.money import MoneyField


class SellerModel(Model):
    user_id = fields.BigIntField(primary_key=True, generated=False)
    name = fields.TextField()
    street = fields.TextField()
    postal_code = fields.TextField(null=True)
    city = fields.TextField()
    country = fields.CharField(max_length=2)
    tax_number = fields.TextField(null=True)
    vat_id = fields.TextField(null=True)
    is_small_business = fields.BooleanField(default=False)
    allows_reverse_charge = fields.BooleanField(default=False)
    tax_rounding = fields.CharEnumField(TaxRounding, max_length=16, default=TaxRounding.LINE)
    invoice_prefix = fields.TextField(default="")
    timezone = fields.TextField(default="UTC")
    email = fields.TextField(null=True)
    always_e_invoices = fields.BooleanField(default=False)
    taxes_by_country: Any = fields.JSONField(default=list)
    invoiced_until = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "sellers"


class OrderBillingModel(Model):
    order_id = fields.BigIntField(primary_key=True, generated=False)
    name = fields.TextField()
    street = fields.TextField(null=True)
    postal_code = fields.TextField(null=True)
    city = fields.TextField(null=True)
    country = fields.CharField(max_length=2, null=True)
    vat_id = fields.TextField(null=True)
    email = fields.TextField(null=True)
    reference = fields.TextField(null=True)
    wants_e_invoice = fields.BooleanField(default=False)

    class Meta:
        table = "order_billing"


class InvoiceCounterModel(Model):
    """Only its repository's statements read and write it: its key has two columns."""

    seller_id = fields.BigIntField(primary_key=True, generated=False)
    year = fields.IntField()
    number = fields.IntField()

    class Meta:
        table = "invoice_counters"


class InvoiceModel(Model):
    id = fields.BigIntField(primary_key=True)
    seller_id = fields.BigIntField()
    order_id = fields.BigIntField()
    kind = fields.CharEnumField(InvoiceKind, max_length=16)
    year = fields.IntField()
    number = fields.IntField()
    previous_number = fields.IntField(null=True)
    name = fields.TextField()
    issued_at = fields.DatetimeField()
    currency = fields.CharField(max_length=3)
    net_amount = MoneyField()
    tax_amount = MoneyField()
    gross_amount = MoneyField()
    content: fields.Field[dict[str, Any]] = fields.JSONField()

    class Meta:
        table = "invoices"


class InvoiceMovementModel(Model):
    """Only its repository's statements read and write it: its key has three columns."""

    transaction_id = fields.BigIntField(primary_key=True, generated=False)
    turn = fields.IntField()
    seller_id = fields.BigIntField()
    invoice_id = fields.BigIntField()

    class Meta:
        table = "invoice_movements"
