"""Parts that many registers ask alike."""

from cctns.lib.wording import noop as _

from ..book import Part

PERSON = Part(
    _("The person"),
    ("name", "alias", "relation", "relative_name", "sex", "age", "occupation", "mobile"),
)
ADDRESS = Part(
    _("Address"),
    ("house", "street", "landmark", "village", "area", "district_name", "state_name", "pin"),
)
