"""Calls the tools in bin/ for a solution: a busy service is asked again, any other refusal is raised."""

import json
import subprocess
from pathlib import Path

ASKED = json.loads((Path(__file__).resolve().parent / "asked.json").read_text(encoding="ascii"))  # what the instruction names


class Failed(Exception):
    """The tool refused; the text is its message."""


def call(tool, command, **options):
    arguments = [text for name, value in options.items() for text in (f"--{name}", str(value))]
    while True:
        done = subprocess.run([f"bin/{tool}", command, *arguments], capture_output=True, text=True, check=False)
        reply = json.loads(done.stdout)
        if done.returncode == 0:
            return reply
        if not reply["error"].startswith("busy"):
            raise Failed(reply["error"])
