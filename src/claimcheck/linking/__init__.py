"""Which claims are worth comparing: keys, meetings and affairs of documents."""

from claimcheck.linking.keys import DocumentKey
from claimcheck.linking.linker import Linker
from claimcheck.linking.meetings import Meetings

__all__ = ["DocumentKey", "Linker", "Meetings"]
