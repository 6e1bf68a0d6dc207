"""Tries the 1000 milliseconds and 100 process numbers that the log allows until one gives the guest's token."""

import hashlib
import re
import sys
from pathlib import Path

sys.path.insert(0, ".")
sys.dont_write_bytecode = True
import reset  # noqa: E402

log = Path("server.log").read_text()
second, low, high = (int(value) for value in re.search(r"(\d+) server: started as process (\d+)\.\.(\d+)", log).groups())
users = re.findall(r"token made for user (\w+)", log)
known = Path("my_token.txt").read_text().strip()
guest = users.index("guest")


def guest_token(tokens):
    for _ in range(10 * guest):
        tokens.draw()
    return tokens.token("guest")


for process in range(low, high + 1):
    for started in range(second * 1000, second * 1000 + 1000):
        if guest_token(reset.Tokens(started, process)) == known:
            tokens = reset.Tokens(started, process)
            made = {user: tokens.token(user) for user in users}
            vault = reset.open_vault(bytes.fromhex(Path("vault.hex").read_text()), made["admin"])
            Path("flag.txt").write_bytes(re.search(rb"flag\{[a-z0-9_]+\}", vault)[0] + b"\n")
            sys.exit()
