"""The application that `uvicorn src.main:app` and `fastapi dev src/main.py` serve."""

from src.config import ConfigurationError, load_settings

try:
    settings = load_settings()
except ConfigurationError as error:
    raise SystemExit(f"Configuration error: {error}") from None

# Everything is loaded from here, which takes seconds: a wrong setting is said before.
from src.app import create_app

app = create_app(settings)
