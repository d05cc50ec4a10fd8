"""The site's own page types; and, for Django, the models of the floor, which stand in their rooms."""

from ..databases.machines import MachineChanges
from ..pictures.models import PortalImage, PortalRendition
from ..safety.result import SafetyAuditResult
from ..site.alert_banner import AlertBanner
from ..site.site_settings import SiteSettings
from .home import HomePage
from .information import InformationPage
from .loaded import LoadedContent

__all__ = [
    "AlertBanner",
    "HomePage",
    "InformationPage",
    "LoadedContent",
    "MachineChanges",
    "PortalImage",
    "PortalRendition",
    "SafetyAuditResult",
    "SiteSettings",
]
