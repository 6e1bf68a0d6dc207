"""Writes the tasks of a pack as task folders, which are complete by themselves."""

import argparse
import importlib.util
import json
import os
import random
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

SHELL_HEAD = "#!/usr/bin/env bash\n# canary: {canary}\nset -eu\nhere=\"$(cd \"$(dirname \"$0\")\" && pwd)\"\n"


@dataclass
class Drawing:
    """One drawn task: the text that the model reads, and files by relative path (text, bytes, or anything that JSON holds)."""

    instruction: str
    environment: dict = field(default_factory=dict)
    tests: dict = field(default_factory=dict)
    solution: dict = field(default_factory=dict)
    programs: frozenset = frozenset()  # paths in the environment that the agent may execute


def source(path):
    """The text of a source file of the pack."""
    return Path(path).read_text(encoding="utf-8")


def draw_pack(folder, draw_item):
    """The command line of a pack: generate.py --seed SEED --out DIR [--items a,b]."""
    pack = tomllib.loads(source(folder / "pack.toml"))
    parser = argparse.ArgumentParser(description=f"Draws the tasks of the pack {pack['name']}.")
    parser.add_argument("--seed", default=pack["seed"], help="any text; the published one is the default")
    parser.add_argument("--out", required=True, type=Path, help="an empty or new folder")
    parser.add_argument("--items", default=",".join(pack["items"]), help="names with commas between; all is the default")
    asked = parser.parse_args()
    names = asked.items.split(",")
    unknown = [name for name in names if name not in pack["items"]]
    if unknown:
        sys.exit(f"--items: '{unknown[0]}' is no item of {pack['name']}; expected some of {', '.join(pack['items'])}.")
    for name in names:
        module = load(folder / "items", name)
        stream = random.Random(f"{pack['name']}/{name}/{asked.seed}")
        write(asked.out / name, pack, name, asked.seed, module, draw_item(name, module, stream))


def load(items, name):
    """The item's module: items/NAME.py, or items/NAME/draw.py where an item has several sources."""
    path = items / name / "draw.py"
    if not path.exists():
        path = items / f"{name}.py"
    specification = importlib.util.spec_from_file_location("item_" + name.replace("-", "_"), path)
    module = importlib.util.module_from_spec(specification)
    sys.dont_write_bytecode = True
    specification.loader.exec_module(module)
    return module


def write(out, pack, name, seed, module, drawing):
    """Writes one task folder. Modes and contents depend on the drawing alone, not on the caller's umask."""
    canary = pack["canary"]
    put(out / "task.toml", manifest(pack, name, seed, module))
    put(out / "instruction.md", drawing.instruction.strip() + "\n")
    for path, content in drawing.environment.items():
        put(out / "environment" / path, content, path in drawing.programs)
    test = SHELL_HEAD + 'exec python3 -I -B "$here/verify.py"\n'
    solve = SHELL_HEAD + 'exec python3 -B "$here/solve.py"\n'
    for path, content in {"test.sh": test.format(canary=canary), **drawing.tests}.items():
        put(out / "tests" / path, content, path.endswith(".sh"))
    for path, content in {"solve.sh": solve.format(canary=canary), **drawing.solution}.items():
        put(out / "solution" / path, content, path.endswith(".sh"))
    for folder, _, _ in os.walk(out):
        os.chmod(folder, 0o755)


def put(path, content, executable=False):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not isinstance(content, (bytes, str)):
        content = json.dumps(content, indent=1, ensure_ascii=True) + "\n"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    os.chmod(path, 0o755 if executable else 0o644)


def manifest(pack, name, seed, module):
    """task.toml. JSON's strings, numbers and lists of them are TOML's as well."""
    text = json.dumps
    level = f'difficulty = {text(module.DIFFICULTY)}\n' if hasattr(module, "DIFFICULTY") else ""
    if hasattr(module, "SIMULATED_DIFFICULTY"):
        level += f"simulated_difficulty = {module.SIMULATED_DIFFICULTY:.2f}\n"
    return f"""# canary: {pack['canary']}
schema_version = "1.1"

[task]
name = {text('tare/' + pack['name'] + '-' + name)}
description = {text(module.SUMMARY)}

[metadata]
author_name = "The Tare contributors"
{level}category = {text(pack['name'])}
tags = {text(module.TAGS)}
tools = ["python3"]
pack = {text(pack['name'])}
pack_version = {text(pack['version'])}
seed = {text(seed)}
canary = {text(pack['canary'])}

[agent]
timeout_sec = {getattr(module, 'AGENT_SECONDS', 900)}

[verifier]
timeout_sec = 60

[environment]
cpus = 1
memory_mb = 1024
storage_mb = 256
network_mode = "no-network"
"""
