"""Where a long Swedish word may be broken: at the seam of a compound."""

import re
import typing as t

SOFT_HYPHEN: t.Final = "\u00ad"

# "verksamhets|planering", "arbetsmiljö|arbetet", "huvud|skyddsombud"; never within "planering".
SEAM: t.Final = re.compile(
    r"(?<=[^\W\d_]{4})(?=(?:analys|ansvar|arbete|bedömning|boende|budget|enhet|frånvaro|förvaltning|"
    r"förändring|grupp|handling|ledning|läkare|miljö|möte|nämnd|ombud|omsorg|organisation|planering|"
    r"process|redovisning|representant|rutin|sammanträde|samverkan|stöd|system|utbildning|"
    r"uppföljning|utveckling|verksamhet|översyn)\w*)"
)


def soften(text: str) -> str:
    """The text with soft hyphens at the seams of its long words."""
    return SEAM.sub(SOFT_HYPHEN, text)
