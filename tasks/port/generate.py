"""Draws the pack's tasks: generate.py --seed SEED --out DIR [--items a,b] writes one Harbor task folder for each item.

Same seed, same bytes. Each item's parameters come from a stream of its own, so that drawing some items gives the same tasks as drawing all.
"""

import argparse
import importlib.util
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "shared"))

from languages import LANGUAGES, build, command, has_tools, resolved, run_environment  # noqa: E402

PACK = "port"
CANARY = "aeb27dfb-9fc8-4899-92e4-8a0d14da4f14"
EXAMPLES = ("typical", "typical", "edge", "error")
# A virtual machine takes ten times as long to start as a small program: fewer tests where one runs.
TESTS, TESTS_WITH_MACHINE = 60, 30
TOKEN = re.compile(r"@([A-Z][A-Z0-9_]*)@")

INSTRUCTION = """# Port `{item}` from {source} to {target}

`/work/reference/{source_file}` is a command-line program in {source}. {about}

Write the same program in {target}, in one file: `/work/port/{target_file}`. For every input of the kind described below its standard output must
equal the reference's byte for byte, and its exit code too. Standard error does not count. The reference is the specification: what it does with
an input, the port does, errors included. Its constants are part of it.

## Inputs
{inputs}

`/work/examples` holds some: `N.in` is standard input, `N.out` the reference's standard output, `N.exit` its exit code{arguments}.

## Build and run
```
{build_reference}{run_reference} < INPUT     # the reference
{build_port}{run_port} < INPUT     # the port
```
{helper}
The score is the share of hidden tests whose output and exit code are equal: ordinary inputs, unusual ones and faulty ones. A port that is missing
or does not build scores 0.

When it is tested, the port is built alone from that one file, and runs where it can read nothing but itself, the standard library of {target} and
standard input. It cannot start programs, write files or use a network; the reference is out of its reach. A run may take 5 seconds of
processor time.
"""


def load(item):
    """The item's module: what `items/NAME/item.py` defines."""
    spec = importlib.util.spec_from_file_location(f"item_{item}", HERE / "items" / item / "item.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fill(template, parameters):
    """A template with @NAME@ replaced by the parameter `name`; a name that does not exist is an error."""
    return TOKEN.sub(lambda match: str(parameters[match.group(1).lower()]), template)


def template(item, stem, language):
    """The text of a program's template."""
    return (HERE / "items" / item / f"{stem}{Path(LANGUAGES[language].file).suffix}").read_text(encoding="utf-8")


def write(path, text, mode=0o644):
    """Writes a file with fixed line ends and mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    path.chmod(mode)


def write_examples(module, item, seed, parameters, reference, folder):
    """Example inputs, with what the reference answers where its language is installed. Elsewhere the task cannot be run anyway."""
    language = LANGUAGES[module.SOURCE]
    runs = has_tools(language)
    with tempfile.TemporaryDirectory() as scratch:
        src, out = f"{scratch}/src", f"{scratch}/out"
        write(Path(src) / language.file, reference)
        Path(out).mkdir()
        complaint = build(language, src, out) if runs else None
        if complaint:
            sys.exit(f"items/{item}: the reference does not build:\n{complaint}")
        for number, group in enumerate(EXAMPLES, 1):
            arguments, text = module.case(random.Random(f"{PACK}/{item}/{seed}/example/{number}"), group, parameters)
            text = text.encode("utf-8") if isinstance(text, str) else text
            write(folder / f"{number}.in", text)
            if arguments:
                write(folder / f"{number}.args", "".join(f"{a}\n" for a in arguments))
            if runs:
                argv = [*resolved(command(language.run, src, out)), *arguments]
                done = subprocess.run(argv, input=text, capture_output=True, env=run_environment(out), check=False)
                if not done.stdout:
                    sys.exit(f"items/{item}: the reference says nothing to example {number}: {done.stderr.decode()}")
                write(folder / f"{number}.out", done.stdout)
                write(folder / f"{number}.exit", f"{done.returncode}\n")


def shown(parts, src, out):
    """A command as a line to read and to paste; an empty one is nothing."""
    return " ".join(command(parts, src, out)) + "\n" if parts else ""


def instruction(module, item, parameters):
    """The text that the agent reads."""
    source, target = LANGUAGES[module.SOURCE], LANGUAGES[module.TARGET]
    ready = "/work/reference", "/tmp/reference"
    own = "/work/port", "/tmp/port"
    csharp = module.TARGET == "csharp"
    suffix = " ARGUMENTS" if module.ARGUMENTS else ""
    built = "mkdir -p " + " ".join(o for language, (_, o) in ((source, ready), (target, own)) if language.build) + "\n"
    return INSTRUCTION.format(
        item=item,
        source=source.title,
        target=target.title,
        source_file=source.file,
        target_file=target.file,
        about=fill(module.ABOUT.strip(), parameters),
        inputs=fill(module.INPUT.strip(), parameters),
        arguments=", `N.args` its arguments, one a line" if module.ARGUMENTS else "",
        build_reference=("" if built == "mkdir -p \n" else built) + shown(source.build, *ready),
        run_reference=shown(source.run, *ready).strip() + suffix,
        build_port="bash /work/csharp.sh /work/port /tmp/port\n" if csharp else shown(target.build, *own),
        run_port=shown(target.run, *own).strip() + suffix,
        helper="\n`/work/csharp.sh` calls the compiler without a project or packages.\n" if csharp else "",
    )


def task_toml(module, item):
    """The task's metadata and limits."""
    source, target = LANGUAGES[module.SOURCE], LANGUAGES[module.TARGET]
    tools = sorted({"python3", *source.tools, *target.tools})
    return f"""version = "1.0"

[metadata]
name = "{PACK}/{item}"
difficulty = "{module.LEVEL}"
simulated_difficulty = {module.SIMULATED_DIFFICULTY}
category = "port"
tags = {json.dumps([module.SOURCE, "to-" + module.TARGET, *module.TAGS])}
tools = {json.dumps(tools)}
canary = "{CANARY}"

[agent]
timeout_sec = 1800.0

[verifier]
timeout_sec = 300.0

[environment]
cpus = 1
memory_mb = 2048
storage_mb = 512
"""


def draw(item, seed, folder):
    """Writes one task folder."""
    module = load(item)
    parameters = module.parameters(random.Random(f"{PACK}/{item}/{seed}"))
    source, target = LANGUAGES[module.SOURCE], LANGUAGES[module.TARGET]
    reference = fill(template(item, "reference", module.SOURCE), parameters)
    solution = fill(template(item, "solution", module.TARGET), parameters)

    write(folder / "task.toml", task_toml(module, item))
    write(folder / "instruction.md", instruction(module, item, parameters))
    write(folder / "environment" / "reference" / source.file, reference)
    if module.TARGET == "csharp":
        script = " ".join(target.build[2:]).format(src="$1", out="$2")
        write(folder / "environment" / "csharp.sh", f"#!/bin/bash\n# csharp.sh FOLDER OUT: compiles FOLDER/Main.cs to OUT/main.dll.\n{script}\n")
    write_examples(module, item, seed, parameters, reference, folder / "environment" / "examples")

    many = {"java", "csharp", "javascript"} & {module.SOURCE, module.TARGET}
    settings = {
        "item": item,
        "seed": seed,
        "source": module.SOURCE,
        "target": module.TARGET,
        "tests": TESTS_WITH_MACHINE if many else TESTS,
        "parameters": parameters,
    }
    write(folder / "tests" / "settings.json", json.dumps(settings, indent=1, sort_keys=True) + "\n")
    write(folder / "tests" / "reference" / source.file, reference)
    write(folder / "tests" / "item.py", (HERE / "items" / item / "item.py").read_bytes())
    for shared in ("languages.py", "landlock.py", "verify.py"):
        write(folder / "tests" / shared, (HERE / "shared" / shared).read_bytes())
    write(
        folder / "tests" / "test.sh",
        f'#!/bin/bash\n# canary {CANARY}\nexec python3 -B "$(cd "$(dirname "$0")" && pwd)/verify.py"\n',
        0o755,
    )
    write(folder / "solution" / target.file, solution)
    write(
        folder / "solution" / "solve.sh",
        f'#!/bin/bash\n# canary {CANARY}\nset -e\nhere="$(cd "$(dirname "$0")" && pwd)"\n'
        f'mkdir -p port\ncp "$here/{target.file}" port/{target.file}\n',
        0o755,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--items", help="names, separated by commas; all without it")
    arguments = parser.parse_args()
    known = sorted(path.parent.name for path in (HERE / "items").glob("*/item.py"))
    items = arguments.items.split(",") if arguments.items else known
    for item in items:
        if item not in known:
            sys.exit(f"--items: '{item}' is no item of {HERE / 'items'}; known: {', '.join(known)}")
        folder = arguments.out / item
        if folder.exists():
            shutil.rmtree(folder)
        draw(item, arguments.seed, folder)


if __name__ == "__main__":
    main()
