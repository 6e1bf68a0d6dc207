"""Reads what the agent left behind, without trusting it, and writes the reward."""

import json
import os
import stat
import sys
from pathlib import Path

REWARDS = Path("/logs/verifier")


class Unreadable(Exception):
    """The answer is not there, or is no plain file of a plausible size."""


def read(path, limit):
    """The text of a plain file under the work folder, at most `limit` bytes.

    A link is never followed: a link into /tests would let the answer be whatever the verifier holds. The file is opened without waiting,
    so that a pipe cannot hang the verifier.
    """
    parts = Path(path).parts
    folder = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    try:
        for part in parts[:-1]:
            below = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = below
        handle = os.open(parts[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}; expected a plain file in the work folder") from error
    finally:
        os.close(folder)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
        os.close(handle)
        raise Unreadable(f"{path}: expected a plain file with one name")
    with os.fdopen(handle, "rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Unreadable(f"{path}: more than {limit} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: byte {error.start} is not UTF-8") from error


def reward(reason, **rewards):
    """Writes reward.json ('reward' is what scores), says why, and ends the verifier. The reason may quote the agent: it is printed as ASCII."""
    REWARDS.mkdir(parents=True, exist_ok=True)
    (REWARDS / "reward.json").write_text(json.dumps(rewards, sort_keys=True) + "\n", encoding="ascii")
    print(reason.encode("ascii", "backslashreplace").decode("ascii"))
    sys.exit(0)
