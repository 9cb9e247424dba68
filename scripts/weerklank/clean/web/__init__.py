"""Steps that take away what a web page sets around an essay, and read off what it says of it."""
