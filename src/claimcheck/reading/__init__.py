"""Inputs become documents: bytes, files, lines of cases."""

from claimcheck.reading.cases import Case, read_case
from claimcheck.reading.decoding import Decoded, decode
from claimcheck.reading.files import read_document

__all__ = ["Case", "Decoded", "decode", "read_case", "read_document"]
