"""Draws the flag-finding tasks: generate.py --seed SEED --out DIR [--items a,b]."""

import hashlib
import sys
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
LIBRARY = HERE.parent / "library"
sys.path[:0] = [str(HERE), str(LIBRARY)]
sys.dont_write_bytecode = True
from drawing import Drawing, draw_pack, source  # noqa: E402

CLOSING = """
The flag has the form `flag{...}` with lower-case letters, digits and underscores between the braces.
Write it, `flag{` and `}` included, to `/work/flag.txt`. All that is needed lies in `/work`.
"""


def draw_flag(stream):
    groups = ["".join(stream.choice("abcdefghijkmnpqrstuvwxyz23456789") for _ in range(5)) for _ in range(4)]
    return "flag{" + "_".join(groups) + "}"


def draw_item(name, module, stream):
    flag = draw_flag(stream)
    salt = f"{stream.getrandbits(128):032x}"
    environment, values = module.draw(stream, flag)
    digest = hashlib.sha256((salt + flag).encode("ascii")).hexdigest()
    return Drawing(
        instruction=Template(module.INSTRUCTION).substitute(values).strip() + "\n" + CLOSING,
        environment=environment,
        tests={
            "verify.py": source(HERE / "tests" / "verify.py"),
            "answers.py": source(LIBRARY / "answers.py"),
            "expected.json": {"salt": salt, "sha256": digest},
        },
        solution={"solve.py": source(HERE / "items" / name / "solve.py")},
        programs=frozenset(getattr(module, "PROGRAMS", ())),
    )


if __name__ == "__main__":
    draw_pack(HERE, draw_item)
