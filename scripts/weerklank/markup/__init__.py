"""Where foreign words become markup: escaping, tags, and the small pieces that pages, pictures and exports share."""
