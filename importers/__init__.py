"""A file becomes a Protocol, and is kept."""
