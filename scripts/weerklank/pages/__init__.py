"""The generated pages of docs/; `every.pages` writes them all."""
