"""The first morning: an empty office, three links, and an administrator who is in with a second factor."""

import time

import pytest

from clerk import totp
from office import Office
from staff import PASSPHRASE, take_up


@pytest.fixture
def new_office(tmp_path):
    with Office(tmp_path, "--district", "339981", "--name", "澄岚区") as office:
        yield office


def test_first_start(clerk, new_office):
    links = new_office.first_links
    assert len(links) == 3, new_office.terminal
    administrator = clerk(new_office)
    administrator.go(links[0])
    administrator.look("link")
    # Too short, and twice not the same: said, and nothing taken up.
    administrator.expect_status(422)
    administrator.fill("设置口令", "short")
    administrator.fill("再输一次口令", "short")
    administrator.fill("六位动态口令", "000000")
    administrator.click("启用账号")
    administrator.sees("没有提交，请先改正")
    administrator.look("link-refused")
    clicks = administrator.clicks
    take_up(administrator, links[0])
    administrator.sees("系统管理员")
    administrator.look("home")
    assert administrator.clicks - clicks == 1
    # Used up.
    administrator.expect_status(404)
    administrator.go(links[0])
    administrator.sees("这个链接无效、已用过或已过期")


def test_signed_out_and_in_again(clerk, new_office):
    administrator = clerk(new_office)
    secret = take_up(administrator, new_office.first_links[1])
    administrator.click("退出")
    administrator.look("sign-in")
    administrator.fill("登录名", "secadmin")
    administrator.fill("口令", PASSPHRASE)
    administrator.click("登录")
    administrator.sees("六位动态口令")
    administrator.look("code")
    # The code that took the link up is used; the telephone shows the next one half a minute later, and the office takes it
    # up to a step early.
    administrator.fill("六位动态口令", totp(secret, at=time.time() + 30))
    administrator.click("继续")
    administrator.page.wait_for_url(new_office.address + "/")
    administrator.go("/me")
    administrator.look("own-account")


def test_english_without_scripts(clerk, new_office):
    administrator = clerk(new_office, language="en", scripts=False)
    administrator.go(new_office.first_links[2])
    administrator.sees("Take up your account")
    administrator.fill("Choose a passphrase", PASSPHRASE)
    administrator.fill("The passphrase again", PASSPHRASE)
    administrator.click_on("summary")
    administrator.fill("Six-digit code", totp(administrator.page.locator("#secret").text_content()))
    administrator.click("Take it up")
    administrator.page.wait_for_url(new_office.address + "/")
    administrator.look("home-english")
