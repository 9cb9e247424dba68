"""Quotes find their places in the texts; paragraphs, passages and addresses keep their ids."""
