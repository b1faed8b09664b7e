"""Who stands behind two claims that do not fit."""

from claimcheck.comparing.setting import Setting
from claimcheck.model import Claim
from claimcheck.model.precision import written
from claimcheck.model.steps import Reason, reason

HEDGED_GRADES = frozenset({"claimed", "alleged", "estimated", "reported", "denied", "predicted", "rumoured"})
ARTICLES = frozenset({"The", "A", "An", "Its", "His", "Her", "Their", "Our"})


def speaker_reasons(left: Claim, right: Claim) -> tuple[Reason, ...]:
    """Say whether one source gives both figures, or several."""
    if left.speaker and left.speaker == right.speaker:
        return (reason("same-speaker", speaker=left.speaker),) if same_speaker(left, right) else ()
    if left.speaker and right.speaker:
        return (reason("different-speakers", left=left.speaker, right=right.speaker),)
    named = left.speaker or right.speaker
    return (reason("one-source", speaker=named),) if named else ()


def same_speaker(left: Claim, right: Claim) -> bool:
    """Tell whether one source makes both claims; across documents the unnamed ("analysts", "a resident") are never one."""
    if left.speaker is None or left.speaker != right.speaker:
        return False
    if left.document == right.document:
        return True
    one, other = left.attribution, right.attribution
    if one is None or other is None or not one.name or not other.name:
        return False  # "he" of one text is not "he" of another
    types = (one.source_type, other.source_type)
    if "plural" in types or "anonymous" in types:
        return False
    return "organisation" in types or any(word[0].isupper() for word in left.speaker.split() if word not in ARTICLES)


def differ_honestly(left: Claim, right: Claim, setting: Setting) -> bool:
    """Tell whether different people or sources stand behind a figure that is not settled."""
    if left.speaker == right.speaker:
        return False
    grades = {claim.attribution.grade for claim in (left, right) if claim.attribution}
    both = bool(left.speaker and right.speaker)
    return setting.natures.is_unsettled(left, right) or bool(grades & HEDGED_GRADES) or both


def shown(claim: Claim) -> str:
    """Return a claim's value with who says it: `Trump: over 800`."""
    value = written(claim.mention)
    return f"{claim.speaker}: {value}" if claim.speaker else value
