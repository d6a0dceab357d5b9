"""What the domain asks about the books as a whole."""
