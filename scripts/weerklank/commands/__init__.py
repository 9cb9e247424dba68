"""What each command does, thin: a function `<name>_` that takes its options and gives its exit code."""
