"""For editors and maintainers at the terminal: what became of a text, and how the arguments stand."""
