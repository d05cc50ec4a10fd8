"""Every address of the site: fixed ones first, then the editors' pages."""

from django.urls import include, path, re_path
from wagtail.urls import serve_pattern

from portal.answering import views
from portal.answering.feeds import ChangesFeed
from portal.answering.leaving import leave
from portal.answering.read_only import read_only
from portal.answering.routing import serve
from portal.answering.sitemap import sitemap

urlpatterns = [
    path("admin/", include("portal.admin.urls")),
    path("", include("portal.search.urls")),
    path("leave/", leave, name="leave"),
    # Before the figures, whose last pattern takes every data.json for one of a page.
    path("", include("guidance.urls")),
    path("", include("statistics.urls")),
    path("media/images/<str:name>", views.rendition, name="rendition"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", views.robots_txt, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("changes.atom", read_only(ChangesFeed()), name="feed"),
    path("_util/login/", views.sign_in, name="wagtailcore_login"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]

handler400 = "portal.admin.refusals.bad_request"
handler403 = "portal.answering.views.permission_denied"
handler404 = "portal.search.not_found.page_not_found"
handler500 = "portal.answering.views.server_error"
