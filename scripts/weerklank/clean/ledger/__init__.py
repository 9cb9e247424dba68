"""The books kept of each character of a source while it is cleaned."""
