"""Text as it is printed: fonts for any script, shaping, directions, and where lines break."""
