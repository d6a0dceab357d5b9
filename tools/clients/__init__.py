"""Programs that others use to generate clients from docs/openapi.json, and the client in clients/python."""
