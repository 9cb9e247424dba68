"""The MkDocs theme of Weerklank: templates, styles and scripts of our own, in a theme that inherits from Material."""
