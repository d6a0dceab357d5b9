"""Bookings."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.booking import BookingStatus
from src.infrastructure.database.models.money import MoneyField


class BookingModel(Model):
    id = fields.BigIntField(primary_key=True)
    reference = fields.TextField()
    user_id = fields.BigIntField()
    event_id = fields.BigIntField()
    order_id = fields.BigIntField(null=True)
    quantity = fields.IntField()
    total_amount = MoneyField()
    currency = fields.CharField(max_length=3)
    status = fields.CharEnumField(BookingStatus, max_length=16, default=BookingStatus.PENDING)
    booking_date = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    is_extended = fields.BooleanField(default=False)
    complimentary_reason = fields.TextField(null=True)
    refund_due = fields.BooleanField(default=False)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "bookings"
