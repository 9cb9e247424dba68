"""What belongs to a language: its words, dates, names and rules. A language is a folder here."""
