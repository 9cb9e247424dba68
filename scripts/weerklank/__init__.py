"""Weerklank: scraped essays as an annotated reader."""

__version__ = "0.1.0"
