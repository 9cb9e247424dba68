"""What builds leave in `.weerklank/`: it only spares work, and may be taken away at any time."""
