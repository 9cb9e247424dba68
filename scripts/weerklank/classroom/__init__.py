"""What a teacher gets of a collection: how hard each text is, and questions with their answers."""
