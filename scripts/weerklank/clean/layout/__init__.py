"""What the boxes of a page tell: the order of reading, and what besides the text stands on it."""
