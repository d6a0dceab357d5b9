"""The application that `uvicorn src.main:app` and `fastapi dev src/main.py` serve."""

from src.config import ConfigurationError, load_settings

try:
    settings = load_settings()
except ConfigurationError as error:
    raise SystemExit(f"Configuration error: {error}") from None

from src.infrastructure.optional_libraries import without_unused_libraries

# Everything is loaded from here, which takes seconds: a wrong setting is said before.
with without_unused_libraries():
    from src.app import create_app

app = create_app(settings)
