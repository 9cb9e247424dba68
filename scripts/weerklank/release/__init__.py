"""What goes out beside the site: the zip, the bill of materials, and what is known of its packages."""
