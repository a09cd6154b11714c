"""The three administrators at work: an account opened, its roles given, all of it found in the audit."""

import pytest

from office import Office
from staff import PASSPHRASE, take_up


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path)
    table = tmp_path / "base.csv"
    table.write_text("机构名称,机构类型,上级机构,行政编制\n澄岚区教育局,行政机关,,9\n澄岚区招生办公室,行政机关,澄岚区教育局,4\n澄岚区水务局,行政机关,,7\n")
    office.sanding(
        "import", table, "--database", office.database, "--district", "339981", "--document", "示编〔2020〕1号",
        "--drafter", "经办甲", "--decider", "复核乙", "--limit", "0", "--day", "2020-01-01",
    )
    with office:
        yield office


def signed_in(clerk, office, link):
    somebody = clerk(office)
    take_up(somebody, link)
    somebody.clicks = 0
    return somebody


def in_english(somebody, name):
    """The page that is looked at, in English, and back."""
    address = somebody.page.url
    somebody.context.add_cookies([{"name": "lang", "value": "en", "url": somebody.office.address}])
    somebody.go(address)
    somebody.look(name)
    somebody.context.add_cookies([{"name": "lang", "value": "zh", "url": somebody.office.address}])
    somebody.go(address)


def test_three_administrators(clerk, office):
    links = office.first_links
    assert len(links) == 3, office.terminal
    system, security, auditor = (signed_in(clerk, office, link) for link in links)

    # An account, with its link on the page that answers and nowhere else.
    system.click("账号")
    system.fill("登录名", "Wang")
    system.fill("姓名", "王一")
    system.expect_status(422)
    system.click("开立", role="button")
    system.sees("没有提交，请先改正")
    system.look("account-refused")
    system.fill("登录名", "wang")
    system.click("开立", role="button")
    link = system.page.get_by_label("链接", exact=True).input_value()
    assert link.startswith(office.address + "/link/")
    system.look("link")
    system.click("到该账号页")
    system.sees("待启用")
    system.look("account")
    in_english(system, "account-english")
    system.go("/accounts")
    system.look("accounts")
    in_english(system, "accounts-english")
    system.go("/rights")
    system.page.locator("summary", has_text="各页面和操作").click()
    system.look("rights")
    in_english(system, "rights-english")
    # However wide the table, the page is not.
    assert system.page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # Roles: what excludes itself is refused, a contact gets its body by a few letters.
    security.click("授权")
    security.look("grants")
    security.click("wang")
    security.page.get_by_label("经办", exact=True).check()
    security.page.get_by_label("安全审计员", exact=True).check()
    security.expect_status(409)
    security.click("保存角色")
    security.sees("不得兼任业务角色")
    security.look("grant-refused")
    security.page.get_by_label("经办", exact=True).uncheck()
    security.page.get_by_label("安全审计员", exact=True).uncheck()
    security.page.get_by_label("部门联络员", exact=True).check()
    with security.page.expect_response(lambda response: "/grants/suggest" in response.url):
        security.page.get_by_label("机构1", exact=True).press_sequentially("招生")
    security.page.locator(".popup [role=option]").wait_for()
    proposal = security.page.locator(".popup [role=option]").get_attribute("data-value")
    security.look("grant-list-open")
    security.press("ArrowDown", "Enter")
    assert security.page.get_by_label("机构1", exact=True).input_value() == proposal
    security.press("Enter")
    security.sees("已保存")
    security.look("grant-saved")
    in_english(security, "grant-english")

    # The owner takes the link up and sees that body alone.
    owner = clerk(office)
    owner.go(link)
    owner.fill("设置口令", PASSPHRASE)
    owner.fill("再输一次口令", PASSPHRASE)
    owner.click("启用账号")
    owner.go("/bodies")
    owner.sees("澄岚区招生办公室")
    owner.sees_not("澄岚区水务局")
    owner.expect_status(403)
    owner.go("/audit")
    owner.sees("无权办理")

    # The auditor finds it, and that they looked is there, too.
    auditor.click("审计")
    auditor.look("audit")
    auditor.click("检索", role="button", within=auditor.page.locator("main"))
    auditor.sees("王一 wang")
    auditor.look("audit-found")
    in_english(auditor, "audit-english")
    auditor.choose("事项", "越权访问")
    auditor.click("检索", role="button", within=auditor.page.locator("main"))
    auditor.sees("GET /audit")
    # A form that hands out a file is as good as before: the other file by the same form, and the first once more.
    for format in ["XLSX", "CSV", "XLSX"]:
        with auditor.page.expect_download() as download:
            auditor.click(f"导出{format}")
        assert download.value.suggested_filename.startswith("审计记录")
        assert download.value.suggested_filename.endswith(format.lower())
    auditor.click("核对审计链")
    auditor.sees("审计链完整")
    auditor.look("chain")
    auditor.expect_status(422)
    auditor.go("/audit?who=nobody&from=yesterday")
    auditor.look("audit-refused")

    # Shut out: a session ends with the account.
    system.go("/accounts")
    system.click("wang")
    system.click("停用账号", role="button")
    system.sees("已停用")
    system.look("disabled")
    owner.go("/bodies")
    owner.sees("登录名")
    for somebody in (system, security, auditor, owner):
        somebody.met_no_trouble()
