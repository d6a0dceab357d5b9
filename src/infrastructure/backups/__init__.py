"""Base backups of the embedded PostgreSQL, and restores of them to a moment."""
