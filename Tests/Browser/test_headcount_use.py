"""Heads asked for by a department, taken on, reviewed and decided by three others, and used by a person who enters."""

import datetime

from conftest import CONTACT_BODY

TITLE = "招聘教师用编1名"


def made_up_number(first17):
    """An identity number of nobody, with a right check character."""
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return first17 + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first17, weights)) % 11]


def test_headcount_use_filed_reviewed_decided_used(sits_down):
    year = datetime.date.today().year
    contact = sits_down("contact")
    contact.click(f"为{CONTACT_BODY}申请用编")
    contact.sees("检查结果")
    contact.look("form", both=True)
    contact.fill("事由", TITLE)
    contact.fill("提出单位", "澄岚区教育局")
    # More than is free: said while it is filled in, before anything is sent.
    contact.choose("编制类别", "行政编制")
    contact.fill("数量", "500")
    contact.fill("截止日期", f"{year + 1}-06-30")
    contact.press("Tab")
    contact.page.locator("#trial").get_by_role("heading", name="会被拒绝").wait_for()
    contact.look("would-be-refused")
    contact.fill("数量", "1")
    contact.press("Tab")
    contact.page.locator("#trial").get_by_text("可以办理。").wait_for()
    contact.look("would-pass")
    contact.click("提交申报")
    contact.page.get_by_role("heading", name=TITLE, level=1).wait_for()
    contact.look("filed", both=True)
    number = contact.page.url.rsplit("/", 1)[1]

    clerk = sits_down("clerk")
    clerk.sees("待编办受理")
    clerk.look("waits-to-be-taken-on", both=True)
    clerk.click("动议件", role="link", within=clerk.page.get_by_role("navigation", name="栏目"))
    clerk.look("motions", both=True)
    clerk.click(TITLE, role="link")
    clerk.look("to-take-on", both=True)
    # First it is sent back for what is missing; the contact mends it and files it again.
    clerk.click_on("summary:has-text('退回申报单位')")
    clerk.fill("退回理由", "请写明招聘岗位。")
    clerk.click("退回申报单位", role="button")
    clerk.sees("已退回，待经办修改")
    contact.go("/")
    contact.click(TITLE, role="link", within=contact.page.locator(".waiting"))
    contact.sees("请写明招聘岗位。")
    contact.look("sent-back", both=True)
    contact.click("修改后重新提交")
    contact.fill("数量", "2")
    contact.press("Tab")
    contact.page.locator("#trial").get_by_text("可以办理。").wait_for()
    contact.fill("数量", "1")
    contact.click("提交申报")
    contact.page.get_by_role("heading", name=TITLE, level=1).wait_for()
    clerk.go("/")
    clerk.click(TITLE, role="link", within=clerk.page.locator(".waiting"))
    clerk.click("受理", role="button")
    clerk.page.get_by_text("受理，澄岚区教育局动议").first.wait_for()
    clerk.look("taken-on")

    reviewer = sits_down("reviewer")
    reviewer.go(f"/motions/{number}")
    reviewer.click_on("summary:has-text('论证审查')")
    reviewer.look("to-review", both=True)
    reviewer.fill("意见", "空编充足，符合用编条件。")
    reviewer.click("同意")
    reviewer.sees("空编充足，符合用编条件。")
    reviewer.look("reviewed")

    head = sits_down("head")
    head.click(TITLE, role="link")
    head.look("to-decide", both=True)
    # Without a number nothing is decided, and what was typed stays.
    head.expect_status(422)
    head.fill("文件标题", "关于教育局用编的批复")
    head.click("决定并写入台账")
    head.sees("没有提交，请先改正")
    head.look("decision-refused")
    head.fill("文号", f"澄编〔{year}〕7号")
    head.click("决定并写入台账")
    head.page.locator("#faults").wait_for(state="detached")
    head.look("decided", both=True)
    head.sees(f"澄编〔{year}〕7号")

    # The contact prints the notice and enrols somebody by it: filed, taken on, decided like all else.
    contact.click("用编", role="link", within=contact.page.get_by_role("navigation", name="栏目"))
    contact.look("uses", both=True)
    contact.click(f"澄编〔{year}〕7号")
    contact.sees("编制使用通知单")
    contact.look("notice", both=True)
    contact.prints("notice")
    contact.click("新进人员上编")
    contact.look("enrolment-form", both=True)
    contact.fill("事由", "招聘教师上编")
    contact.fill("提出单位", "澄岚区教育局")
    contact.fill("姓名", "测试员")
    contact.fill("身份证号", made_up_number("33998119900101001"))
    contact.choose("身份", "公务员")
    if contact.page.locator("#field-a0-kind").input_value() == "":
        contact.choose("编制类别", "行政编制")
    contact.page.locator("#trial").get_by_text("可以办理。").wait_for()
    contact.click("提交申报")
    contact.page.get_by_role("heading", name="招聘教师上编", level=1).wait_for()
    contact.look("enrolment-filed", both=True)
    number = contact.page.url.rsplit("/", 1)[1]
    clerk.go(f"/motions/{number}")
    clerk.click("受理", role="button")
    clerk.page.get_by_text("受理，澄岚区教育局动议").first.wait_for()
    head.go(f"/motions/{number}")
    head.fill("文号", f"澄编〔{year}〕8号")
    head.fill("文件标题", "关于招聘教师上编的批复")
    head.click("决定并写入台账")
    head.sees(f"澄编〔{year}〕8号")
    head.look("enrolled", both=True)
    contact.go("/uses?show=used")
    contact.click(f"澄编〔{year}〕7号")
    contact.sees("已用1名，剩余0名")
    contact.look("used-up", both=True)
    print(
        f"\nheadcount use: contact {contact.clicks}, clerk {clerk.clicks}, reviewer {reviewer.clicks}, head {head.clicks} clicks"
    )
