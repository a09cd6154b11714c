"""A session ends while a form is being filled in: signing in again, nothing typed is lost, and it is seen before it is sent."""

import time

from clerk import totp
from office import Office
from staff import PASSPHRASE, take_up


def half_a_form(office, system, security):
    """Half a form is typed, and somebody else ends the session; the secret of its codes."""
    secret = take_up(system, office.first_links[0])
    take_up(security, office.first_links[1])
    system.click("账号", role="link")
    system.fill("登录名", "wang", exact=True)
    system.fill("姓名", "王一", exact=True)
    security.click("授权", role="link")
    security.click("sysadmin", role="link")
    security.click("保存角色")
    security.sees("已保存")
    return secret


def test_session_over(clerk, tmp_path):
    with Office(tmp_path, "--district", "339981") as office:
        system, security = clerk(office), clerk(office)
        secret = half_a_form(office, system, security)

        # It is asked to sign in again, by passphrase and code; wrong ones lose nothing.
        system.expect_status(401, 403, 422)
        system.click("开立", role="button")
        system.sees("登录已过期")
        system.look("sign-in-again")
        system.fits()
        # It waits in the other language, too.
        system.click("English", role="button")
        system.sees("not lost")
        system.look("sign-in-again-english")
        system.click("中文", role="button")
        system.sees("登录已过期")
        assert system.page.get_by_label("登录名").input_value() == "sysadmin"
        system.fill("口令", "three ginkgo tree")
        system.click("登录", role="button")
        system.sees("登录名或口令不正确")
        system.look("sign-in-again-refused")
        system.fill("口令", PASSPHRASE)
        system.click("登录", role="button")
        system.fill("六位动态口令", "000000")
        system.click("继续")
        system.sees("动态口令不正确")
        system.look("code-again-refused")
        system.fill("六位动态口令", totp(secret, at=time.time() + 30))
        system.click("继续")
        system.sees("尚未提交")
        system.look("go-on")
        system.fits()
        # What was typed is there to be read, in either language, and when the page is loaded again.
        said = system.page.locator("dl.typed")
        assert said.inner_text().split() == ["登录名", "wang", "姓名", "王一"]
        system.sees("开立账号")
        system.click("English", role="button")
        system.sees("All that you typed is here")
        assert said.inner_text().split() == ["Login", "wang", "Name", "王一"]
        system.look("go-on-english")
        system.page.reload()
        system.sees("open an account")
        system.click("中文", role="button")
        system.page.reload()
        system.click("继续提交", role="button")
        system.sees("王一的一次性链接")

        # A form that is still open in another window of the same person is sent in the session of now.
        system.expect_status(409)
        system.go("/accounts")
        system.fill("登录名", "li", exact=True)
        system.fill("姓名", "李二", exact=True)
        other = system.context.new_page()
        other.goto("/me")
        other.get_by_label("现在的口令").fill(PASSPHRASE)
        for label in ("新口令", "再输一次新口令"):
            other.get_by_label(label, exact=True).fill("four maple trees")
        other.get_by_role("button", name="修改口令").click()
        other.get_by_text("口令已修改").wait_for()
        system.click("开立", role="button")
        system.sees("尚未提交")
        system.click("继续提交", role="button")
        system.sees("李二的一次性链接")


def test_session_over_without_script(clerk, tmp_path):
    with Office(tmp_path, "--district", "339981") as office:
        system, security = clerk(office, scripts=False, width=390), clerk(office)
        secret = half_a_form(office, system, security)

        system.expect_status(401)
        system.click("开立", role="button")
        system.fill("口令", PASSPHRASE)
        system.click("登录", role="button")
        # In the other language on the way, too.
        system.click("English", role="button")
        system.sees("Six-digit code")
        system.look("code-again")
        system.fits()
        system.click("中文", role="button")
        system.fill("六位动态口令", totp(secret, at=time.time() + 30))
        system.click("继续")
        system.sees("王一")
        system.page.reload()
        system.click("English", role="button")
        system.sees("What you typed")
        system.look("go-on")
        system.fits()
        # Thrown away it is gone, and nothing was sent.
        system.click("Throw it away", role="link")
        assert system.page.url == office.address + "/"
        system.go("/accounts")
        assert system.page.get_by_text("wang").count() == 0
