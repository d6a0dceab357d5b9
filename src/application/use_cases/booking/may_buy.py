"""Who may buy, for whom."""
