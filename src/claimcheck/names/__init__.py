"""Who and what a document names, with aliases."""

from claimcheck.names.collector import NameCollector

__all__ = ["NameCollector"]
