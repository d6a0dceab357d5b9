"""A simulation of one event that a whole country wants: see docs/decisions/0026."""
