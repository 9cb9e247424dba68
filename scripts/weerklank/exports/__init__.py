"""What the collection says to other machines: annotations, an argument map, a feed, cards for previews."""
