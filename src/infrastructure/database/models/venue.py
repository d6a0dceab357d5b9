"""Venues and their seats."""

from tortoise import fields
from tortoise.models import Model


class VenueModel(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.TextField()
    location = fields.TextField(null=True)
    country = fields.CharField(max_length=2, null=True)
    timezone = fields.TextField(default="UTC")
    latitude = fields.FloatField(null=True)
    longitude = fields.FloatField(null=True)
    owner_id = fields.BigIntField()
    name_folded = fields.TextField(null=True)
    location_folded = fields.TextField(null=True)
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    plan_version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "venues"


class VenueSectionModel(Model):
    id = fields.BigIntField(primary_key=True)
    venue_id = fields.BigIntField()
    section = fields.TextField()
    x = fields.FloatField()
    y = fields.FloatField()
    rotation = fields.FloatField()
    angle = fields.FloatField()
    seat_spacing = fields.FloatField()
    row_spacing = fields.FloatField()

    class Meta:
        table = "venue_sections"


class SeatModel(Model):
    id = fields.BigIntField(primary_key=True)
    venue_id = fields.BigIntField()
    section = fields.TextField()
    row = fields.TextField()
    seat_number = fields.TextField()
    section_key = fields.TextField()
    row_key = fields.TextField()
    seat_number_key = fields.TextField()
    access = fields.TextField(null=True)

    class Meta:
        table = "seats"
