"""The application that `uvicorn src.main:app` and `fastapi dev src/main.py` serve."""

from src.app import create_app
from src.config import ConfigurationError, load_settings

try:
    app = create_app(load_settings())
except ConfigurationError as error:
    raise SystemExit(f"Configuration error: {error}") from None
