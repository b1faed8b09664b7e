"""The two articles that ship with the package. Every name, place and figure in them is invented."""
