"""The one sentence that a conflict is shown as."""

from claimcheck.comparing.setting import Setting
from claimcheck.comparing.speakers import same_speaker, shown
from claimcheck.model import Claim
from claimcheck.model.precision import written


def message(left: Claim, right: Claim, setting: Setting) -> str:
    """Write both values with who says them and where, then what they are about."""
    same = same_speaker(left, right)
    first, second = (written(left.mention), written(right.mention)) if same else (shown(left), shown(right))
    about = _about(left) or _about(right)
    parts = f"{first} ({_source(left, setting)}) against {second} ({_source(right, setting)})"
    text = f"{left.speaker}: {parts}" if same else parts
    return f"{text} {about}" if about else text


def _about(claim: Claim) -> str:
    text = claim.subject.text if claim.subject else claim.measure or ""
    return " ".join(text.split())


def _source(claim: Claim, setting: Setting) -> str:
    document = setting.document(claim.document)
    return document.publisher or document.id
