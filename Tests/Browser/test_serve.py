"""How the workbench is served: by TLS, by two servers over one database, and what keeps one from starting."""

import pathlib
import subprocess
import tempfile
import time

import pytest

from clerk import Clerk
from office import PROGRAM, Office, free_port
from staff import Staff, take_up

SCRIPT = pathlib.Path(__file__).parents[2] / "script"


def certificate(folder, name, days=90):
    """A certificate that vouches for itself, and its key."""
    chain, key = folder / f"{name}.pem", folder / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", chain, "-days", str(days),
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )
    return chain, key


def test_over_tls(clerk, tmp_path):
    pair = certificate(tmp_path, "office", days=10)
    with Office(tmp_path, "--district", "339981", "--name", "澄岚区", certificate=pair) as office:
        assert "证书有效期至" in office.terminal and "请更换" in office.terminal, office.terminal
        administrator = clerk(office)
        answer = administrator.go("/sign-in")
        assert "max-age=" in answer.headers["strict-transport-security"]
        take_up(administrator, office.first_links[0])
        administrator.sees("系统管理员")
        # What keeps somebody signed in never leaves the machine in clear, and no script reads it.
        cookies = {cookie["name"]: cookie for cookie in administrator.context.cookies()}
        assert cookies["sanding"]["secure"] and cookies["sanding"]["httpOnly"], cookies
        assert cookies["sanding"]["sameSite"] == "Strict"


def test_what_keeps_a_server_from_starting(tmp_path):
    office = Office(tmp_path)
    chain, key = certificate(tmp_path, "one")
    _, other = certificate(tmp_path, "other")
    taken = free_port()
    with Office(tmp_path, "--district", "339981") as running:
        for options, said in [
            (["--certificate", chain, "--certificate-key", other], "不是一对"),
            (["--certificate", key, "--certificate-key", key], "不是 PEM 格式的证书链"),
            (["--certificate", chain, "--certificate-key", tmp_path / "none"], "私钥文件"),
            (["--certificate", chain], "要一起给出"),
            (["--port", running.port], "已被其他程序占用"),
            (["--port", "65536"], "端口应为"),
            (["--address", "192.0.2.1", "--port", taken], "本机没有地址"),
            (["--address", "nowhere.invalid", "--port", taken], "本机没有地址"),
        ]:
            done = subprocess.run(
                [PROGRAM, "serve", "--district", "339981", "--database", office.database, *map(str, options)],
                capture_output=True, text=True, timeout=60, cwd=SCRIPT.parent,
            )
            assert done.returncode == 1 and said in done.stderr, (options, done.stdout, done.stderr)


@pytest.fixture
def server():
    """A PostgreSQL of its own."""
    folder = tempfile.mkdtemp()
    subprocess.run(["chmod", "755", folder], check=True)
    started = subprocess.run([SCRIPT / "postgres", "start", folder], check=True, capture_output=True, text=True)
    yield started.stdout.strip()
    subprocess.run([SCRIPT / "postgres", "stop", folder], check=True, capture_output=True)


def test_two_servers_over_one_database(clerk, browser, server, tmp_path):
    key = ("--key", str(tmp_path / "office.key"), "--digest-log", str(tmp_path / "digests"))
    first = Office(tmp_path / "first", "--name", "澄岚区", *key, database=server)
    second = Office(tmp_path / "second", "--name", "澄岚区", *key, database=server)
    for office in (first, second):
        office.folder.mkdir()
    first.import_sample(*key)
    with first, second:
        seats = []

        def new_clerk():
            seats.append(Clerk(browser, first, tmp_path))
            return seats[-1]

        sessions = Staff(first, new_clerk, logins=("clerk", "reviewer")).sessions
        here = clerk(first, session=sessions["clerk"])
        there = clerk(second, session=sessions["reviewer"])
        # Moved at one, to be seen at the other at once.
        here.go("/changes/hang-plate")
        here.fill("事由", "两处同看")
        here.fill("提出单位", "区委编办")
        here.fill("机构", "澄岚区教育局")
        here.fill("牌子", "澄岚区语言文字工作委员会")
        here.click("提交动议")
        here.page.get_by_role("heading", name="两处同看", level=1).wait_for()
        number = here.page.url.rsplit("/", 1)[1]
        there.go(f"/motions/{number}")
        there.sees("澄岚区语言文字工作委员会")
        if not there.page.get_by_label("意见").first.is_visible():
            there.click_on("summary:has-text('论证审查')")
        there.fill("意见", "名称规范。")
        there.click("同意")
        there.sees("名称规范。")
        here.go(f"/motions/{number}")
        here.sees("名称规范。")
        # Signed out at one, signed out at the other: sessions are read again every two seconds, behind the requests.
        again = clerk(second, session=sessions["clerk"])
        again.go("/bodies")
        again.page.get_by_role("heading", name="机构", level=1).wait_for()
        here.click("退出")
        end = time.monotonic() + 10
        while not again.page.get_by_role("button", name="登录").count():
            assert time.monotonic() < end, "still signed in at the other server"
            again.page.wait_for_timeout(200)
            again.go("/bodies")
