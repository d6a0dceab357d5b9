"""Event ticketing: sell a hot event fast, and never one seat twice."""
