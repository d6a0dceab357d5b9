"""The database's tables as a picture and as a page."""
