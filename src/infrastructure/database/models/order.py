"""Orders and carts."""

from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from src.domain.entities.event import Payment
from src.domain.entities.order import LatePayment, LateRefusal, OrderStatus
from src.domain.shared.tax import TaxRelief, TaxRounding
from src.infrastructure.database.models.money import MoneyField


class OrderModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    user_id = fields.BigIntField()
    status = fields.CharEnumField(OrderStatus, max_length=16, default=OrderStatus.PENDING)
    payment = fields.CharEnumField(Payment, max_length=16)
    currency = fields.CharField(max_length=3)
    subtotal = MoneyField()
    discount_amount = MoneyField(default=0)
    fee_amount = MoneyField(default=0)
    tax_amount = MoneyField(default=0)
    tax_included = MoneyField(default=0)
    total_amount = MoneyField()
    discount_id = fields.BigIntField(null=True)
    discount_code = fields.TextField(null=True)
    discount_terms: fields.Field[dict[str, Any]] = fields.JSONField(null=True)
    discount_tickets = fields.IntField(default=0)
    counts_use = fields.BooleanField(default=True)
    buyer_name = fields.TextField(null=True)
    contact_name = fields.TextField(null=True)
    contact_email = fields.TextField(null=True)
    contact_phone = fields.TextField(null=True)
    notes = fields.TextField(null=True)
    late_payment = fields.CharEnumField(LatePayment, max_length=16, null=True)
    late_refusal = fields.CharEnumField(LateRefusal, max_length=16, null=True)
    expires_at = fields.DatetimeField(null=True)
    contact_name_folded = fields.TextField(null=True)
    contact_email_folded = fields.TextField(null=True)
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "orders"


class OrderItemModel(Model):
    id = fields.BigIntField(primary_key=True)
    order_id = fields.BigIntField()
    event_id = fields.BigIntField()
    ticket_type_id = fields.BigIntField()
    booking_id = fields.BigIntField()
    quantity = fields.IntField()
    event_title = fields.TextField(null=True)
    ticket_type_name = fields.TextField(null=True)
    unit_price = MoneyField()
    subtotal = MoneyField()
    discount_amount = MoneyField(default=0)
    fee_amount = MoneyField(default=0)
    tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, default=0)
    fee_tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    fee_tax_amount = MoneyField(null=True)
    tax_relief = fields.CharEnumField(TaxRelief, max_length=16, null=True)
    relieved_tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    relieved_fee_tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    tax_rounding = fields.CharEnumField(TaxRounding, max_length=16, default=TaxRounding.LINE)
    event_country = fields.CharField(max_length=2, null=True)
    tax_inclusive = fields.BooleanField(null=True)
    tax_amount = MoneyField(default=0)
    tax_included = MoneyField(default=0)
    total_amount = MoneyField()

    class Meta:
        table = "order_items"


class CartItemModel(Model):
    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    event_id = fields.BigIntField()
    ticket_type_id = fields.BigIntField()
    quantity = fields.IntField()
    seat_ids = ArrayField(element_type="bigint", default=list)
    unit_price = MoneyField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "cart_items"


class CartDiscountModel(Model):
    user_id = fields.BigIntField(primary_key=True, generated=False)
    discount_id = fields.BigIntField()

    class Meta:
        table = "cart_discounts"
