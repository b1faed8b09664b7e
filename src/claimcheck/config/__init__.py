"""What a user sets, in a file or on the command line."""

from claimcheck.config.configuration import Configuration, find_configuration, read_configuration
from claimcheck.config.values import NAMES

__all__ = ["NAMES", "Configuration", "find_configuration", "read_configuration"]
