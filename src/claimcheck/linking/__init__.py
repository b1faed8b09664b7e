"""Which claims are worth comparing: keys, topics and blocks."""
