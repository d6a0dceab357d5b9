"""The benchmark: the service compared with baselines in one run (see README.md)."""
