"""网页测量：样例区，真账号登录，用 wrk · Pages measured: the sample district, real accounts signed in, by wrk.

How: the server is the release build; accounts are opened, given roles and taken up through the pages, as people do; a clerk's
session asks for pages with compression, eight connections, one thread of wrk. Nothing is cached between requests but what is
derived from the register; each request is let in by session, right and reach.

usage: python3 script/web/bench.py PROGRAM [SECONDS]
"""

import base64
import gzip
import hashlib
import hmac
import http.client
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse

PASSPHRASE = "three ginkgo trees"


def totp(secret, at):
    key = base64.b32decode(re.sub(r"\s", "", secret) + "=" * (-len(re.sub(r"\s", "", secret)) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(at // 30)), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return str((struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 10**6).zfill(6)


class Somebody:
    """A browser without a window."""

    def __init__(self, port):
        self.port = port
        self.cookie = ""

    def ask(self, path, fields=None, compressed=False):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"Cookie": self.cookie}
        if compressed:
            headers["Accept-Encoding"] = "gzip"
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if fields is None else "POST", path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("sanding="):
                self.cookie = cookie.split(";")[0]
        connection.close()
        return answer.status, content

    def page(self, path):
        status, content = self.ask(path)
        assert status == 200, f"{path}: {status}"
        return content.decode()

    def send(self, path, fields, page=None):
        """Sends a form with the token of a page."""
        token = re.search(r'name="form-token" value="([^"]*)"', self.page(page or path))
        return self.ask(path, list(fields) + [("form-token", token.group(1))])

    def take_up(self, link):
        path = urllib.parse.urlsplit(link).path
        secret = re.search(r'id="secret">([^<]*)<', self.page(path)).group(1)
        status, content = self.ask(
            path, [("passphrase", PASSPHRASE), ("again", PASSPHRASE), ("code", totp(secret, time.time()))])
        assert status == 303, f"{path}: {status} {content[:400]}"


def wrk(port, path, cookie, seconds):
    done = subprocess.run(
        ["wrk", "-t1", "-c8", f"-d{seconds}", "--latency", "-H", "Accept-Encoding: gzip", "-H", f"Cookie: {cookie}",
         f"http://127.0.0.1:{port}{path}"],
        capture_output=True, text=True, check=True,
    ).stdout
    assert "Non-2xx" not in done, done
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done).group(1))
    median, last = (re.search(rf"^ +{share}% +(\S+)", done, re.MULTILINE).group(1) for share in ("50", "99"))
    return rate, median, last


def main():
    program, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10
    if shutil.which("wrk") is None:
        print("web: skipped, wrk is not there (apt-get install wrk)")
        return
    assets = pathlib.Path(__file__).parents[2] / ".local" / "assets"
    with tempfile.TemporaryDirectory() as folder:
        def sanding(*arguments):
            subprocess.run([program, *arguments], cwd=folder, check=True, capture_output=True)

        sanding("sample", "--out", "s.xlsx")
        sanding("import", "s.xlsx", "--database", "d.sqlite", "--document", "示编〔2020〕1号", "--drafter", "经办甲",
                "--decider", "复核乙", "--limit", "0")
        # The first line that says where it listens comes last.
        server = subprocess.Popen(
            [program, "serve", "--database", "d.sqlite", "--port", "0", "--assets", str(assets), "--lang", "en"],
            cwd=folder, stdout=subprocess.PIPE, text=True)
        try:
            links, port = [], 0
            for line in server.stdout:
                links += re.findall(r"/link/\S+", line)
                if found := re.search(r"The workbench is at http://127\.0\.0\.1:(\d+)", line):
                    port = int(found.group(1))
                    break
            system, security, clerk = Somebody(port), Somebody(port), Somebody(port)
            system.take_up(links[0])
            security.take_up(links[1])
            status, answer = system.send("/accounts", [("login", "clerk"), ("name", "Clerk")])
            assert status == 200, status
            link = re.search(r"/link/[0-9a-f]+", answer.decode()).group(0)
            account = re.search(r'/grants/([0-9a-f]+)"[^>]*>clerk<', security.page("/grants")).group(1)
            basis = re.search(r'name="basis" value="([^"]*)"', security.page(f"/grants/{account}")).group(1)
            status, _ = security.send(f"/grants/{account}", [("role", "1"), ("basis", basis)])
            assert status == 303, status
            clerk.take_up(link)
            bodies = re.findall(r'href="(/bodies/[0-9a-f]{32})"', clerk.page("/bodies"))
            pages = [
                ("overview", "/"), ("list of 80", "/bodies"), ("list of 80, sorted", "/bodies?sort=-vacant"),
                ("body", bodies[9]), ("people of a body", bodies[9] + "/people"), ("history of a body", bodies[9] + "/history"),
                ("list as of another day", "/bodies?on=2021-01-01"), ("search", "/search?q=%E5%8D%AB%E7%94%9F"),
            ]
            for name, path in pages:
                _, content = clerk.ask(path, compressed=True)
                plain = len(gzip.decompress(content))
                rate, median, last = wrk(port, path, clerk.cookie, seconds)
                print(f"web {name}: {rate:,.0f} a second, median {median}, p99 {last}, 8 connections; "
                      f"{plain:,} bytes, {len(content):,} compressed")
            door = Somebody(port).ask("/sign-in", compressed=True)[1]
            parts = re.findall(r'(?:href|src)="(/assets/[^"]+|/favicon[^"]+)"', gzip.decompress(door).decode())
            whole = len(door) + sum(len(clerk.ask(part, compressed=True)[1]) for part in parts)
            print(f"web first page with style and script: {whole / 1024:.0f} KiB compressed")
            status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
            now, most = (int(re.search(rf"{field}:\s+(\d+)", status).group(1)) / 1024 for field in ("VmRSS", "VmHWM"))
            print(f"web server with the district: {now:.0f} MiB now, {most:.0f} MiB at most")
        finally:
            server.terminate()
            server.wait()


main()
