"""A collection of documents in one file, which grows: what is added is compared with what is there."""

from claimcheck.corpus.corpus import Corpus
from claimcheck.corpus.records import Stats
from claimcheck.corpus.texts import file_text

__all__ = ["Corpus", "Stats", "file_text"]
