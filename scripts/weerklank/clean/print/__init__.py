"""Steps that restore a scan of print: pages, columns, captions and broken words."""
