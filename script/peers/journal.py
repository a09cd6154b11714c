"""Peers of `sanding verify`: as many ledger entries as the bench verifies, checked by hledger, ledger and beancount.

usage: journal.py COUNT

Each entry moves heads from one of 2,000 accounts to another, on a day of 24 years. Peers that aren't installed are named.
"""

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def write(count, folder):
    """The same entries for plain-text accounting and for beancount."""
    source = random.Random(5)
    kinds = ["Administrative", "Full", "Partial", "Own"]
    accounts = [f"Body{body:03d}:{kind}" for body in range(500) for kind in kinds]
    with open(folder / "heads.journal", "w") as plain, open(folder / "heads.beancount", "w") as bean:
        bean.writelines(f"2000-01-01 open Assets:{account} HEAD\n" for account in accounts)
        for number in range(count):
            year = 2001 + number * 24 // count
            day = f"{year}-{1 + number % 12:02d}-{1 + number % 28:02d}"
            giver, taker = source.sample(accounts, 2)
            heads = source.randint(1, 5)
            plain.write(f"{day} Act {number}\n    {giver}  -{heads} HEAD\n    {taker}  {heads} HEAD\n\n")
            bean.write(f'{day} * "Act {number}"\n  Assets:{giver}  -{heads} HEAD\n  Assets:{taker}  {heads} HEAD\n\n')


def measure(name, command, where):
    """Runs a peer once and says how long it took and how much memory at most."""
    program = shutil.which(command[0]) or shutil.which(command[0], path=str(Path(sys.executable).parent))
    if program is None:
        print(f"peer {name}: not installed (Debian's package {where})", flush=True)
        return
    start = time.monotonic()
    done = subprocess.run([program, *command[1:]], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    took = time.monotonic() - start
    if done.returncode != 0:
        print(f"peer {name}: failed: {done.stderr[-200:].decode(errors='replace')}", flush=True)
        return
    # The greatest of all children so far, so that those with little memory run first.
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peer {name}: {took:.1f} s, {memory:.0f} MiB at most", flush=True)


def main():
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(count, folder)
        print(f"peers that check {count} ledger entries:", flush=True)
        measure("ledger", ["ledger", "-f", str(folder / "heads.journal"), "balance"], "ledger")
        measure("beancount", ["bean-check", "--no-cache", str(folder / "heads.beancount")], "beancount")
        measure("hledger", ["hledger", "-f", str(folder / "heads.journal"), "check"], "hledger")


main()
