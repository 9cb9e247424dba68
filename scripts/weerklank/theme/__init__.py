"""The MkDocs theme of Weerklank: Material's skeleton with templates, styles and scripts of our own."""
