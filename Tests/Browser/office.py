"""`sanding serve` over a database of its own, on a port of its own."""

import os
import pathlib
import re
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request

PROGRAM = os.environ.get("SANDING_BIN", "sanding")
ASSETS = pathlib.Path(__file__).parents[2] / ".local" / "assets"

# How long a start may take. A debug build over the district needs a few seconds.
PATIENCE = 60


class Office:
    def __init__(self, folder, *options, database=None, certificate=None):
        """`database` for one that isn't a file in the folder, `certificate` for a pair of files that TLS is spoken by."""
        self.folder = pathlib.Path(folder)
        self.database = database or self.folder / "office.sqlite"
        self.scheme = "https" if certificate else "http"
        self.options = (*options, *(
            ("--certificate", str(certificate[0]), "--certificate-key", str(certificate[1])) if certificate else ()
        ))
        self.log = None
        self.process = None

    # Before the start

    def sanding(self, *arguments):
        """Runs a command of the program to its end."""
        done = subprocess.run(
            [PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder, timeout=300
        )
        assert done.returncode == 0, f"sanding {' '.join(map(str, arguments))}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def sample(self, name="sample.xlsx", *options):
        """A synthetic workbook."""
        path = self.folder / name
        self.sanding("sample", "--out", path, *options)
        return path

    def import_sample(self, *options):
        self.sanding(
            "import", self.sample(), "--database", self.database, "--document", "示编〔2020〕1号",
            "--drafter", "经办甲", "--decider", "复核乙", "--limit", "0", *options,
        )

    # The server

    def __enter__(self):
        self.port = free_port()
        self.address = f"{self.scheme}://127.0.0.1:{self.port}"
        # Into a file: a pipe that nobody reads fills up, and what a dying server says last would be lost.
        self.log = self.folder / "serve.log"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", "--port", str(self.port), "--database", str(self.database), "--assets", str(ASSETS),
                 *self.options],
                stdout=log, stderr=subprocess.STDOUT, text=True, cwd=self.folder,
            )
        self.wait_until_ready()
        return self

    def __exit__(self, *_):
        assert self.process.poll() is None, f"the server ended by itself ({self.process.poll()}):\n{self.terminal[-8000:]}"
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the server did not stop within 20 s of SIGTERM")

    def answers(self):
        try:
            # Its certificate is nobody's business here: whether browsers are to trust it, the stories say.
            trusting = ssl._create_unverified_context() if self.scheme == "https" else None
            urllib.request.urlopen(self.address, timeout=2, context=trusting).close()
            return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False

    def wait_until_ready(self):
        """Waits until the server answers; by then its first lines are written."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError("the server ended at its start:\n" + self.terminal)
            if self.answers():
                return
            time.sleep(0.1)
        raise AssertionError(f"no answer within {PATIENCE} s:\n" + self.terminal)

    @property
    def terminal(self):
        """What the terminal of the server shows."""
        return self.log.read_text(errors="replace") if self.log else ""

    @property
    def first_links(self):
        """The one-time links that the first start shows, in order."""
        return re.findall(re.escape(self.address) + r"/\S+", self.terminal)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
