"""The wallets that the settings enable."""

from src.application.ports.database import Clock
from src.application.ports.wallets import AppleWallet, GoogleWallet
from src.config import SHOP_NAME, ConfigurationError, Settings, read_secret_key
from src.infrastructure.documents.wallets.off import NoAppleWallet, NoGoogleWallet
from src.presentation.utils.responses import location


def apple_wallet(settings: Settings, clock: Clock) -> AppleWallet:
    """Raises ConfigurationError when its files cannot be read or do not belong together."""
    pass_type_id, team_id = settings.apple_pass_type_id, settings.apple_team_id
    certificate_file, key_file = settings.apple_certificate_file, settings.apple_key_file
    issuer_file = settings.apple_wwdr_file
    if not (pass_type_id and team_id and certificate_file and key_file and issuer_file):
        return NoAppleWallet()
    # Imported on use, as few need it.
    from src.infrastructure.documents.wallets.apple import SignedApplePasses
    from src.infrastructure.documents.wallets.apple_keys import AppleKeys
    from src.infrastructure.documents.wallets.apple_pass import Look

    try:
        keys = AppleKeys.load(
            pass_type_id=pass_type_id,
            team_id=team_id,
            certificate_file=certificate_file,
            key_file=key_file,
            issuer_file=issuer_file,
        )
    except ValueError as error:
        raise ConfigurationError(f"Apple Wallet: {error}.") from None
    look = Look(SHOP_NAME, settings.public_url, _updates(settings))
    return SignedApplePasses(keys, look, read_secret_key(settings), clock)


def _updates(settings: Settings) -> str | None:
    """Where phones ask what is new: they do so by HTTPS alone."""
    is_https = (settings.public_url or "").startswith("https:")
    return f"{settings.public_url}{location('apple-wallet')}" if is_https else None


def google_wallet(settings: Settings, clock: Clock) -> GoogleWallet:
    """Raises ConfigurationError when its file cannot be read."""
    issuer_id, key_file = settings.google_wallet_issuer_id, settings.google_wallet_key_file
    if not (issuer_id and key_file):
        return NoGoogleWallet()
    from src.infrastructure.documents.wallets.google import GoogleKeys, SignedGoogleLinks

    try:
        keys = GoogleKeys.load(issuer_id=issuer_id, key_file=key_file)
    except ValueError as error:
        raise ConfigurationError(f"Google Wallet: {error}.") from None
    return SignedGoogleLinks(keys, SHOP_NAME, settings.own_url, clock)
