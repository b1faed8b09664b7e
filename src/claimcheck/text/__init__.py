"""Sentences and tokens as offsets into the untouched text."""

from claimcheck.text.tokenizer import Tokenizer

__all__ = ["Tokenizer"]
