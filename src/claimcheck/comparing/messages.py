"""The one sentence that a conflict is shown as."""

from claimcheck.comparing.setting import Setting
from claimcheck.comparing.speakers import shown
from claimcheck.model import Claim
from claimcheck.model.precision import written


def message(left: Claim, right: Claim, setting: Setting, *, same: bool) -> str:
    """Write both values with who says them (once where it is the `same`) and where, then what they are about."""
    one, other = setting.source(left), setting.source(right)
    if same:
        text = f"{left.speaker}: {written(left.mention)} ({one}) against {written(right.mention)} ({other})"
    else:
        text = f"{shown(left)} ({one}) against {shown(right)} ({other})"
    about = _about(left) or _about(right)
    return f"{text} {about}" if about else text


def _about(claim: Claim) -> str:
    text = claim.subject.text if claim.subject else claim.measure or ""
    return " ".join(text.split())
