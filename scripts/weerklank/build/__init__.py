"""From the folder of a collection to its site: read, compose, write, swap."""
