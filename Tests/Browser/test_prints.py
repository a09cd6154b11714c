"""What comes out of a printer: on every sheet whose register it is, of which day and by which digest; nothing that only a screen can do."""

import datetime
import re
import unicodedata

import pytest
from pypdf import PdfReader

from conftest import CONTACT_BODY

A4, A4_LYING, A3_LYING = (595, 842), (842, 595), (1191, 842)

# What is on the screen for whoever sits there, and on no paper.
ON_SCREEN = ["退出", "跳到正文", "English", "检索机构", "办理变动", "导出 XLSX", "回到今日", "Sign out", "Skip to", "Change something"]


class Paper:
    """A print, sheet by sheet."""

    def __init__(self, path):
        reader = PdfReader(path)
        self.sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
        self.sheets = [plain(page.extract_text()) for page in reader.pages]

    def says(self, *words):
        """Whether all of it is on some sheet."""
        return all(any(plain(one) in sheet for sheet in self.sheets) for one in words)

    def says_everywhere(self, words):
        return all(plain(words) in sheet for sheet in self.sheets)


def plain(text):
    """A text without the spaces that a PDF has between letters; some signs come out as the radicals that look the same."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def checked(one, name, size=A4, most=3):
    """Prints the page that is looked at, and what holds of every print."""
    paper = Paper(one.prints(name))
    assert paper.sizes == {size}, (name, paper.sizes)
    assert 1 <= len(paper.sheets) <= most, (name, len(paper.sheets))
    for number, sheet in enumerate(paper.sheets, 1):
        where = (name, number, sheet[:300])
        assert "澄岚区" in sheet and re.search(r"台账日期:|Registerof", sheet), where
        assert re.search(r"[0-9a-f]{64}", sheet), where
        assert f"{number}/{len(paper.sheets)}" in sheet, where
        for words in ON_SCREEN:
            assert plain(words) not in sheet, (name, number, words)
        assert "http" not in sheet, where
    return paper


@pytest.fixture(scope="module")
def notice(browser, staff):
    """Heads that were asked for, deliberated and decided: the address of the notice, of the motion and of the meeting."""
    from clerk import Clerk
    from conftest import SCREENSHOTS

    today = datetime.date.today()
    seats = []

    def seat(login):
        seats.append(Clerk(browser, staff.office, SCREENSHOTS / "prints", session=staff.sessions[login]))
        return seats[-1]

    clerk = seat("clerk")
    clerk.go("/changes/use")
    clerk.fill("事由", "购置印刷样张用编1名")
    clerk.page.locator("#field-a0-body").fill(CONTACT_BODY)
    clerk.choose("编制类别", "行政编制")
    clerk.fill("数量", "1")
    clerk.fill("截止日期", f"{today.year + 1}-06-30")
    clerk.click("提交动议")
    clerk.page.wait_for_url("**/motions/*")
    motion = clerk.page.url.removeprefix(staff.office.address)
    reviewer = seat("reviewer")
    for task, fields in [
        ("agenda", {"agenda-day": str(today), "agenda-item": "1"}),
        ("meeting", {
            "meeting-present": "张一、张二", "meeting-favour": "2", "meeting-minutes": f"澄编纪〔{today.year}〕9号",
            "meeting-note": "一致同意。",
        }),
    ]:
        reviewer.go(motion)
        form = reviewer.page.locator(f"form[action$='/{task}']")
        if not form.is_visible():
            reviewer.page.locator("details", has=form).locator("> summary").click()
        for name, text in fields.items():
            form.locator(f"[name='{name}']").fill(text)
        form.get_by_role("button").click()
        reviewer.page.locator("#faults").wait_for(state="detached")
    head = seat("head")
    head.go(motion)
    form = head.page.locator("form[action$='/decision']")
    if not form.is_visible():
        head.page.locator("details", has=form).locator("> summary").click()
    form.locator("[name='decision-number']").fill(f"澄编〔{today.year}〕88号")
    form.get_by_role("button").click()
    head.sees(f"澄编〔{today.year}〕88号")
    clerk.go("/uses")
    use = clerk.page.get_by_role("link", name=f"澄编〔{today.year}〕88号").get_attribute("href")
    for one in seats:
        one.stand_up()
        one.met_no_trouble()
    return {"use": use, "motion": motion, "meeting": f"/meetings/{today}"}


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_prints(sits_down, notice, language):
    clerk = sits_down("clerk", language)
    chinese = language == "zh-CN"

    def say(zh, en):
        return zh if chinese else en

    clerk.go("/search?q=" + CONTACT_BODY)
    body = clerk.page.get_by_role("link", name=CONTACT_BODY, exact=True).first.get_attribute("href")
    clerk.go(body)
    assert checked(clerk, "body").says(say("领导职数", "Leader posts"))
    clerk.go(body + "?on=2020-06-30")
    assert checked(clerk, "past").says_everywhere(say("台账日期：2020年6月30日", "Register of 30 Jun 2020"))
    clerk.go(body + "/people")
    checked(clerk, "people-of-body")
    clerk.click_on("main table tbody th a")
    clerk.page.locator(".masked").first.wait_for()
    paper = checked(clerk, "person", most=1)
    assert paper.says("＊＊＊") and not paper.says(say("显示个人信息", "Show personal data"))
    clerk.go(f"/ledger?holder={body.rsplit('/', 1)[1]}")
    assert checked(clerk, "statement").says("+22")
    clerk.go("/ledger/acts/1")
    paper = checked(clerk, "act", most=30)
    assert len(paper.sheets) > 3 and not paper.says(say("撤销第1项", "Take change 1 back"))
    clerk.go("/bodies")
    paper = checked(clerk, "list", A4_LYING, most=6)
    # The heads of the table stand on every sheet.
    assert len(paper.sheets) > 1 and paper.says_everywhere(say("经费形式", "Funding"))
    clerk.go("/tree")
    # The whole of it, though nothing is open on the screen.
    assert not clerk.page.get_by_text("澄岚区教学研究站").first.is_visible()
    paper = checked(clerk, "tree", A3_LYING, most=12)
    assert paper.says("澄岚区教学研究站") and paper.says_everywhere(say("机构（含下级合计）", "Body (with all below)"))
    clerk.go("/")
    checked(clerk, "overview")
    clerk.go("/findings")
    checked(clerk, "findings")
    clerk.go(notice["motion"])
    assert not checked(clerk, "motion").says(say("留言", "Remark"))
    clerk.go(notice["meeting"])
    assert checked(clerk, "minutes").says("张一", "一致同意。")
    clerk.go(notice["use"])
    paper = checked(clerk, "notice", most=1)
    assert paper.says(
        say("编制使用通知单", "Notice to use heads"), CONTACT_BODY, say("使用名额", "How many"), say("有效期", "Until"),
        say("（盖章）", "(stamp)"), say("签收人", "Received by"), say("决定摘要值", "Digest"), "88号",
    )
    assert not paper.says(say("取消剩余", "Give up what is left"))
    auditor = sits_down("auditor", language)
    auditor.go("/audit?search=yes")
    paper = checked(auditor, "audit", A4_LYING, most=40)
    # The last sheet may have only what stands below the table.
    assert all(say("结果", "Outcome") in sheet for sheet in paper.sheets[:-1] or paper.sheets)
