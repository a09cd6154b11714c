"""A department contact: their body and those below it, and nothing else."""

from conftest import CONTACT_BODY

OTHERS = "澄岚区民政局"


def address_of(clerk, name):
    """The address of a body's page."""
    clerk.go(f"/bodies?name={name}")
    return clerk.page.get_by_role("link", name=name, exact=True).first.get_attribute("href")


def test_contact_sees_only_their_bodies(sits_down):
    clerk = sits_down("clerk")
    others = address_of(clerk, OTHERS)
    contact = sits_down("contact")
    contact.sees("等我办理")
    contact.look("overview", both=True)
    contact.click("机构", role="link", within=contact.page.get_by_role("navigation", name="栏目"))
    contact.sees(CONTACT_BODY)
    contact.look("list", both=True)
    assert contact.page.get_by_role("link", name=OTHERS).count() == 0
    # Every one of the list is the department or stands below it.
    rows = contact.page.locator("table tbody tr").all_inner_texts()
    assert 3 < len(rows) < 120 and all(CONTACT_BODY in row for row in rows), rows
    contact.click(CONTACT_BODY, role="link")
    contact.look("body", both=True)
    # The whole is no business of theirs: neither the ledger of their own body nor its link.
    assert contact.page.get_by_role("link", name="编制账").count() == 0
    # Found by search: their own; another's is not.
    contact.fill("检索", "民政局", exact=True)
    contact.press("Enter")
    contact.page.wait_for_url("**/search?q=*")
    assert contact.page.get_by_role("link", name=OTHERS).count() == 0
    contact.look("search", both=True)
    contact.expect_status(403, 404)
    assert contact.go(others).status == 404
    contact.look("another-body", both=True)
    assert contact.go("/ledger").status == 403
    contact.look("ledger-refused", both=True)
    for address in ["/documents", "/findings", "/accounts", "/audit"]:
        assert contact.go(address).status == 403, address
    for address in [others + "/people", others + "/history", others + "/findings", "/tree?body=" + others.split("/")[-1]]:
        assert contact.go(address).status == 404, address
