"""Swedish words."""
