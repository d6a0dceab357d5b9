"""Users, their refresh tokens, calendar feeds and API keys."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from src.domain.entities.user import Role
from src.domain.shared.language import Language


class UserModel(Model):
    id = fields.BigIntField(primary_key=True)
    name = fields.TextField()
    phone = fields.TextField(null=True)
    email = fields.TextField(null=True)
    username = fields.TextField(null=True)
    full_name = fields.TextField(null=True)
    role = fields.CharEnumField(Role, max_length=16, default=Role.CUSTOMER)
    is_active = fields.BooleanField(default=True)
    password_hash = fields.TextField(null=True)
    external_issuer = fields.TextField(null=True)
    external_id = fields.TextField(null=True)
    tokens_valid_from = fields.DatetimeField(null=True)
    awaits_verification = fields.BooleanField(default=False)
    is_guest = fields.BooleanField(default=False)
    language = fields.CharEnumField(Language, max_length=2, null=True)
    unwanted_mails = ArrayField(element_type="text", default=list)
    name_folded = fields.TextField(null=True)
    email_folded = fields.TextField(null=True)
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "users"


class RefreshTokenModel(Model):
    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    family_id = fields.UUIDField()
    token_hash = fields.BinaryField()
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "refresh_tokens"


class WebSessionModel(Model):
    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    secret_hash = fields.BinaryField()
    device = fields.TextField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    last_seen_at = fields.DatetimeField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "web_sessions"


class ProviderLogInModel(Model):
    state_hash = fields.BinaryField(primary_key=True)
    browser_hash = fields.BinaryField()
    nonce = fields.TextField()
    verifier = fields.TextField()
    next_path = fields.TextField()
    expires_at = fields.DatetimeField()

    class Meta:
        table = "provider_log_ins"


class CalendarFeedModel(Model):
    user_id = fields.BigIntField(primary_key=True, generated=False)
    secret_hash = fields.BinaryField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "calendar_feeds"


class ApiKeyModel(Model):
    id = fields.BigIntField(primary_key=True)
    user_id = fields.BigIntField()
    name = fields.TextField()
    scopes = ArrayField(element_type="text")
    secret_hash = fields.BinaryField()
    hint = fields.TextField()
    previous_secret_hash = fields.BinaryField(null=True)
    previous_secret_until = fields.DatetimeField(null=True)
    expires_at = fields.DatetimeField(null=True)
    last_used_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "api_keys"
