"""How a text is cited: one CSL item, and from it APA, BibTeX, RIS and what a page's head says."""
