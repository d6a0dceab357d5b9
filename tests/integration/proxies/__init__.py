"""The service behind nginx and Caddy, as the examples set them up."""
