"""What strangers can do to a server, and what becomes of a sale meanwhile: `make attacks`."""
