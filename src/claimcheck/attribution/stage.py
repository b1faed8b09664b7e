"""Who has spoken so far, and who bears which role in a document."""

from collections.abc import Callable

from attrs import define, field

from claimcheck.attribution.drafts import Reach
from claimcheck.model import Name, Names, SourceType
from claimcheck.model.internal import internal


@internal
class Speaker:
    """A source resolved: where it is mentioned, who that is, of what type."""

    reach: Reach | None
    name: str | None
    type: SourceType
    entity: Name | None = None


NOBODY = Speaker(None, None, "unknown")


@define
class Stage:
    """Who has spoken so far, for pronouns and for quotes without a source."""

    last: Speaker = NOBODY
    people: list[Speaker] = field(factory=list[Speaker])
    groups: list[Speaker] = field(factory=list[Speaker])
    _bearers: dict[str, list[Name]] | None = None
    _handles: dict[str, Name] | None = None
    _interviewed: tuple[Name | None] | None = None

    def enter(self, speaker: Speaker) -> None:
        """Note that somebody has spoken."""
        if speaker.name is None:
            return
        self.last = speaker
        (self.people if speaker.type in ("person", "anonymous") else self.groups).append(speaker)

    def bearer(self, names: Names, role: str, offset: int) -> Name | None:
        """Return the one entity that the text has given a role before an offset: "the envoy", "the ministry"."""
        if self._bearers is None:
            self._bearers = _bearers(names)
        found = [name for name in self._bearers.get(role, ()) if name.places[0][0] < offset]
        return found[0] if len(found) == 1 else None

    def poster(self, names: Names, handle: str) -> Name | None:
        """Return the entity whose name has the letters of a handle: "@adalund" is Ada Lund."""
        if self._handles is None:
            self._handles = {name.canonical.replace(" ", "").lower(): name for name in names}
        return self._handles.get(handle)

    def interviewed(self, find: Callable[[], Name | None]) -> Name | None:
        """Return who is interviewed in this document; `find` is asked once."""
        if self._interviewed is None:
            self._interviewed = (find(),)
        return self._interviewed[0]


def _bearers(names: Names) -> dict[str, list[Name]]:
    """Return the entities by their roles; an organisation's last word is one ("Marn Health Ministry")."""
    found: dict[str, list[Name]] = {}
    for name in names:
        roles = set(name.roles)
        if name.type == "organisation" and " " in name.canonical:
            roles.add(name.canonical.rsplit(" ", 1)[1].lower())
        for role in roles:
            found.setdefault(role, []).append(name)
    return found
