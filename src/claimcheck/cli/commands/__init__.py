"""One module a command; each has `run(arguments, console)` and is imported when it runs."""
