"""Comparing claims: what is linked is compared, what conflicts is judged, and the whole is put in order."""

from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from claimcheck.comparing.agreements import agreements_of
from claimcheck.comparing.amounts import Converter
from claimcheck.comparing.conflicts import disputes_of, reckoned_dispute
from claimcheck.comparing.matching import Matches, match
from claimcheck.comparing.nature import Natures
from claimcheck.comparing.ordering import Places, numbered
from claimcheck.comparing.rules import DEFAULT_RULES, Rules
from claimcheck.comparing.setting import Setting
from claimcheck.comparing.subgroups import Subgroups
from claimcheck.comparing.support import unsupported
from claimcheck.comparing.tools import Tools
from claimcheck.lexicons import Lexicon
from claimcheck.model import Agreement, Analysis, Claim, Conflict, Diagnostic, Linking, Settings
from claimcheck.model.deferred import Deferred
from claimcheck.model.findings import Finding


@frozen
class Comparison:
    """What comparing found."""

    conflicts: tuple[Conflict, ...]
    agreements: Sequence[Agreement]
    unsupported: tuple[Claim, ...]
    diagnostics: tuple[Diagnostic, ...]
    pairs_compared: int
    not_comparable: int


@frozen
class Comparer:
    """Finds the conflicts and agreements between linked claims."""

    natures: Natures
    tools: Tools
    rules: Rules

    @classmethod
    def build(cls, lexicon: Lexicon, settings: Settings, convert: Converter) -> "Comparer":
        """Read the lexicon's classes of figures."""
        return cls(
            Natures.of(lexicon), Tools(settings, convert, subgroups=Subgroups.of(lexicon)), Rules.of(DEFAULT_RULES)
        )

    def compare(
        self, analyses: Sequence[Analysis], linking: Linking, sums: Sequence[Finding], draft: str | None
    ) -> Comparison:
        """Compare linked claims and add the `sums` that do not come out; with a draft, the draft's conflicts with its sources come first."""
        setting, places = Setting.of(analyses, self.natures, draft), Places.of(analyses, draft)
        tools = evolve(self.tools, draft=draft, analyses=setting.analyses)
        matches = match(linking, tools, self.rules)
        disputes = disputes_of(matches, linking, setting, places)
        disputes += [reckoned_dispute(item, setting, places) for item in sums if not item.holds]
        return Comparison(
            conflicts=tuple(numbered(disputes, places)),
            agreements=Deferred(
                agreements_of, matches.agreements, linking.explain, linking.groups.values(), sums, places
            ),
            unsupported=unsupported(analyses, draft, disputes, matches, sums, tools) if draft else (),
            diagnostics=(*linking.diagnostics, *_ambiguous(matches)),
            pairs_compared=len(linking.links) - matches.unclear,
            not_comparable=linking.apart + matches.unclear,
        )


def _ambiguous(matches: Matches) -> Iterable[Diagnostic]:
    for claim in sorted(matches.ambiguous, key=lambda claim: (claim.document, claim.mention.start)):
        text = f"{claim.mention.text!r} has counterparts that fit equally well and differ; it was not compared"
        yield Diagnostic(claim.document, claim.mention.start, claim.mention.end, "ambiguous-counterpart", text)
