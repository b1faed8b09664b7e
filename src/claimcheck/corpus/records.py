"""What a corpus tells about itself."""

from attrs import frozen


@frozen(kw_only=True)
class Stats:
    """How much a corpus holds, and who made it; `size` is in bytes, `last` the number of the newest conflict ever found."""

    documents: int
    claims: int
    characters: int
    conflicts: int
    agreements: int
    last: int
    size: int
    schema: int
    version: str
