"""The benchmark: the service beside baselines, in one run (see README.md)."""
