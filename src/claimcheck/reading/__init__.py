"""Inputs become documents: bytes, files, folders, lines of cases."""

from claimcheck.reading.cases import Case, read_case
from claimcheck.reading.decoding import Decoded, decode
from claimcheck.reading.files import read_document, read_documents
from claimcheck.reading.folders import files_of
from claimcheck.reading.formats import Intake

__all__ = ["Case", "Decoded", "Intake", "decode", "files_of", "read_case", "read_document", "read_documents"]
