"""What an editor does again and again in the admin."""

_cookies: dict[tuple[str, str], list] = {}


def sign_in(page, site, name: str = "editor") -> None:
    """Sign in by the form, as the people who run the site do; later by the cookies that this worker got."""
    page.context.clear_cookies(name="sessionid")
    page.context.add_cookies(_cookies.get((site.url, name), []))
    page.goto("/admin/")
    if "/login/" not in page.url:
        return
    page.locator("#id_username").fill(name)
    page.locator("#id_password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    _cookies[site.url, name] = page.context.cookies()


def open_editor(page, words: str) -> None:
    """Find a page by words of its title, and open it for editing."""
    page.goto(f"/admin/pages/search/?q={words}")
    page.locator("main a[href*='/edit/']").first.click()
    page.wait_for_url("**/edit/")


def publish(page) -> None:
    """Choose "Publish" from the menu beside "Save draft", and wait for the answer."""
    page.get_by_role("button", name="More actions").last.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Publish", exact=True).click()
