"""The page types and models that every app stands on."""

from .alert_banner import AlertBanner
from .base import BasePage
from .home import HomePage
from .images import PortalImage, PortalRendition
from .information import InformationPage
from .loaded import LoadedContent
from .safety_audit import SafetyAuditResult
from .site_settings import SiteSettings

__all__ = [
    "AlertBanner",
    "BasePage",
    "HomePage",
    "InformationPage",
    "LoadedContent",
    "PortalImage",
    "PortalRendition",
    "SafetyAuditResult",
    "SiteSettings",
]
