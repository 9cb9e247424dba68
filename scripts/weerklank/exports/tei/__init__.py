"""The texts as TEI P5: the words and their numbers, what was repaired in them, and what is marked."""
