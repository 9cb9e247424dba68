"""The edition checked (/verantwoording/): what became of each line of a source, by which rule, and why."""
