"""Backups of the embedded PostgreSQL: base backups, an archive of its WAL, restore to a moment."""
