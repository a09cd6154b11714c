"""A plate that never should have been hung: taken back from the page of its Act, and both stay in the history."""

import datetime

BODY = "澄岚区统计局"
PLATE = "澄岚区误挂中心"


def decide(head, address, document):
    head.go(address)
    form = head.page.locator("form[action$='/decision']")
    if not form.is_visible():
        head.page.locator("details", has=form).locator("> summary").click()
    form.locator("[name='decision-number']").fill(document)
    form.get_by_role("button").click()
    head.sees(document)
    return head.page.get_by_role("link", name="号决定").first.get_attribute("href")


def test_taken_back_from_the_page_of_its_act(sits_down):
    year = datetime.date.today().year
    clerk, head = sits_down("clerk"), sits_down("head")
    clerk.go("/changes/hang-plate")
    clerk.fill("事由", "加挂牌子")
    clerk.page.locator("#field-a0-body").fill(BODY)
    clerk.fill("牌子", PLATE)
    clerk.click("提交动议")
    clerk.page.wait_for_url("**/motions/*")
    wrong = decide(head, clerk.page.url, f"澄编〔{year}〕61号")
    clerk.go(wrong)
    clerk.look("act", both=True)
    clerk.click("撤销本决定的变动")
    clerk.fill("事由", "更正误挂牌子")
    clerk.fill("理由", "文件中没有这块牌子。")
    clerk.press("Tab")
    # Said before anything is sent: what would be undone.
    clerk.page.locator("#trial").get_by_text("可以办理。").wait_for()
    clerk.page.locator("#trial").get_by_text(f"加挂牌子“{PLATE}”").wait_for()
    clerk.look("would-be-taken-back")
    clerk.click("提交动议")
    clerk.page.get_by_role("heading", name="更正误挂牌子", level=1).wait_for()
    clerk.look("motion", both=True)
    mended = decide(head, clerk.page.url, f"澄编〔{year}〕62号")
    clerk.go(wrong)
    clerk.sees("已由")
    assert clerk.page.get_by_role("link", name="撤销第1项").count() == 0
    clerk.fits()
    clerk.look("act-taken-back", both=True)
    clerk.go(mended)
    clerk.sees("更正")
    clerk.look("correction", both=True)
    clerk.go("/search?q=" + BODY)
    clerk.click(BODY, role="link")
    assert clerk.page.get_by_text(PLATE).count() == 0
    clerk.click("沿革", role="link")
    assert clerk.page.get_by_text(PLATE).count() == 2
    clerk.look("history-with-both", both=True)
    print(f"\ntaken back: {clerk.clicks} clicks")
