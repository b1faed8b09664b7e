"""Which claims are worth comparing: keys, affairs and circles of documents."""

from claimcheck.linking.circles import Terms
from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.linker import Linker

__all__ = ["DocumentKey", "Linker", "Terms"]
