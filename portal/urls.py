"""Every address of the site: fixed ones first, then the editors' pages."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.csp import csp_override
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern
from wagtail.utils.urlpatterns import decorate_urlpatterns

from portal import views
from portal.feeds import ChangesFeed
from portal.routing import serve
from portal.sitemap import sitemap

# Wagtail's admin needs a policy of its own; no visitor's page gets it.
admin_urls = decorate_urlpatterns(list(wagtailadmin_urls.urlpatterns), csp_override(settings.ADMIN_CSP))

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("", include("portal.search.urls")),
    path("statistics/", include("statistics.urls")),
    path("media/images/<path:name>", views.rendition, name="rendition"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", views.robots_txt, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("changes.atom", ChangesFeed(), name="feed"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]

handler400 = "portal.views.bad_request"
handler403 = "portal.views.permission_denied"
handler404 = "portal.views.page_not_found"
handler500 = "portal.views.server_error"
