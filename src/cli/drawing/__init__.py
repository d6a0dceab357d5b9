"""The database's tables as an SVG picture and a Markdown page."""
