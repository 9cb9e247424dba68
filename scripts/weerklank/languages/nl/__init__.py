"""Dutch: the words of the interface, the dictionary, compounds, and the rules of residue."""
