"""What operators watch, for Prometheus."""
