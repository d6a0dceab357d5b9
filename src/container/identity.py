"""The outside identity provider, for tokens of programs and for people who log in there."""

from urllib.parse import urlsplit

from src.application.ports.log_in_provider import LogInProvider
from src.application.ports.security import IdentityProvider
from src.config import Settings
from src.infrastructure.security.identity_provider import (
    JwksIdentityProvider,
    NoIdentityProvider,
    ProviderSettings,
)
from src.infrastructure.security.openid_connect import (
    LOG_IN_RETURN,
    ClientSettings,
    NoLogInProvider,
    OpenIdConnect,
)


def identity_provider(settings: Settings) -> IdentityProvider:
    """What verifies tokens of programs."""
    issuer, audience = settings.identity_issuer, settings.identity_audience
    jwks_url = settings.identity_jwks_url
    if not (issuer and audience and jwks_url):
        return NoIdentityProvider()
    return JwksIdentityProvider(
        ProviderSettings(issuer, audience, jwks_url, settings.identity_claims)
    )


def log_in_provider(settings: Settings) -> LogInProvider:
    """Where people may log in, besides here."""
    issuer, client_id = settings.identity_issuer, settings.identity_client_id
    jwks_url = settings.identity_jwks_url
    if not (issuer and client_id and jwks_url):
        return NoLogInProvider()
    secret = settings.identity_client_secret
    return OpenIdConnect(
        ClientSettings(
            name=settings.identity_name or urlsplit(issuer).hostname or issuer,
            issuer=issuer,
            client_id=client_id,
            client_secret=secret.get_secret_value() if secret else None,
            redirect_uri=f"{settings.own_url}{LOG_IN_RETURN}",
        ),
        JwksIdentityProvider(
            ProviderSettings(issuer, client_id, jwks_url, settings.identity_claims)
        ),
    )
