"""What is true of the collection in this repository alone; with other texts in seeds/ only the check is left."""
