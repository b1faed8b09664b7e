"""Which claims are worth comparing: keys, topics and blocks."""

from claimcheck.linking.linker import Linker

__all__ = ["Linker"]
