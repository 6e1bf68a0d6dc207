"""Judges a port: builds it, runs reference and port on inputs drawn from the seed, writes the share of equal answers.

The port is run behind walls (landlock.py): it sees its own files and its language's library, nothing else. The reward is written last, by
this process, from its own memory, after every process that the port started is dead.
"""

import ctypes
import json
import os
import random
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

import item
import landlock
from languages import LANGUAGES, build, command, has_tools, paths, resolved, run_environment

TESTS = os.path.dirname(os.path.abspath(__file__))
REWARDS = "/logs/verifier"
MAXIMAL_SOURCE = 256 * 1024
MAXIMAL_OUTPUT = 4 * 1024 * 1024
BUILD_SECONDS = 60
# Of processor time; a busy machine gives a run longer, up to the second limit.
RUN_SECONDS = 5
WAIT_SECONDS = 20
# A port that hangs is not waited for on every test.
TIMEOUTS_ALLOWED = 4
SUBREAPER = 36


class Refused(Exception):
    """The port is judged without a test: its reward is 0."""


def bury():
    """Kills and buries all that the port left running. As a subreaper this process inherits orphans, whatever session they fled to."""
    for _ in range(200):
        with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as file:
            children = file.read().split()
        if not children:
            return
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        try:
            while os.waitpid(-1, 0)[0]:
                pass
        except ChildProcessError:
            pass


def child_setup(walls, seconds):
    """What the child does between fork and exec."""

    def setup():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if seconds == RUN_SECONDS:
            resource.setrlimit(resource.RLIMIT_FSIZE, (MAXIMAL_OUTPUT, MAXIMAL_OUTPUT))
        walls.close_in()

    return setup


class Program:
    """A built program: reference or port."""

    def __init__(self, language, folder, scratch):
        self.language = language
        self.src, self.out = os.path.join(folder, "src"), os.path.join(folder, "out")
        self.scratch = scratch

    def take(self, source):
        """Puts the one source file into a folder of its own: nothing that lies beside it is seen by the compiler."""
        os.makedirs(self.src)
        os.makedirs(self.out)
        with open(os.path.join(self.src, self.language.file), "wb") as file:
            file.write(source)

    def build(self):
        """What the compiler complained of; None when it did not."""
        system = [(path, landlock.READ_EXECUTE) for path in ("/usr", "/lib", "/lib64", "/bin", "/etc", "/proc", "/sys", "/opt")]
        devices = [(path, landlock.READ_FILE | landlock.WRITE_FILE) for path in ("/dev/null", "/dev/urandom")]
        walls = landlock.Walls([*system, *devices, (self.src, landlock.READ), (self.out, -1)])
        try:
            return build(
                self.language, self.src, self.out, timeout=BUILD_SECONDS, start_new_session=True, preexec_fn=child_setup(walls, BUILD_SECONDS)
            )
        except subprocess.TimeoutExpired:
            return f"not built within {BUILD_SECONDS} s"
        finally:
            bury()

    def open_walls(self):
        """Makes the walls for the runs, once."""
        programs = [resolved([name])[0] for name in self.language.executes] + [os.path.join(self.out, "main")]
        loaders = paths(("/lib*/ld-linux-*",))
        self.walls = landlock.Walls(
            [
                *((path, landlock.READ) for path in paths(self.language.reads)),
                *((path, landlock.READ | landlock.EXECUTE) for path in [*programs, *loaders] if os.path.exists(path)),
                (self.src, landlock.READ),
                (self.out, landlock.READ),
                ("/dev/null", landlock.READ_FILE | landlock.WRITE_FILE),
            ]
        )

    def run(self, arguments, text):
        """Standard output and exit code; None after the time limit."""
        paths_ = os.path.join(self.scratch, "stdin"), os.path.join(self.scratch, "stdout")
        with open(paths_[0], "wb") as file:
            file.write(text)
        with open(paths_[0], "rb") as stdin, open(paths_[1], "wb") as stdout:
            process = subprocess.Popen(
                [*resolved(command(self.language.run, self.src, self.out)), *arguments],
                stdin=stdin,
                stdout=stdout,
                stderr=subprocess.DEVNULL,
                cwd=self.out,
                env=run_environment(self.out),
                start_new_session=True,
                preexec_fn=child_setup(self.walls, RUN_SECONDS),
            )
            try:
                code = process.wait(WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                code = None
                process.kill()
                process.wait()
        bury()
        with open(paths_[1], "rb") as file:
            return None if code is None else (file.read(), code)


def read_source(path):
    """The port's file, if it is an ordinary one."""
    try:
        status = os.lstat(path)
    except OSError:
        raise Refused(f"{path} is missing") from None
    if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1 or status.st_size > MAXIMAL_SOURCE:
        raise Refused(f"{path} is no ordinary file of at most {MAXIMAL_SOURCE} bytes")
    with open(path, "rb") as file:
        return file.read()


def cases(settings):
    """The inputs of the tests: group, arguments, standard input."""
    groups = ["typical", "typical", "edge", "typical", "edge", "error"]
    for number in range(settings["tests"]):
        group = groups[number % len(groups)]
        stream = random.Random(f"port/{settings['item']}/{settings['seed']}/test/{number}")
        arguments, text = item.case(stream, group, settings["parameters"])
        yield group, arguments, text.encode("utf-8") if isinstance(text, str) else text


def judge(settings, folder):
    """Passed and all tests, by group."""
    source, target = LANGUAGES[settings["source"]], LANGUAGES[settings["target"]]
    port, reference = (Program(x, os.path.join(folder, n), folder) for x, n in ((target, "port"), (source, "reference")))
    port.take(read_source(os.path.join(os.getcwd(), "port", target.file)))
    with open(os.path.join(TESTS, "reference", source.file), "rb") as file:
        reference.take(file.read())
    if landlock.version() == 0:
        # Without walls at least the copy in the work folder is gone; README.md says what stays open then.
        shutil.rmtree(os.path.join(os.getcwd(), "reference"), ignore_errors=True)
    if complaint := port.build():
        raise Refused(f"the port does not build:\n{complaint}")
    if complaint := reference.build():
        raise RuntimeError(f"the reference does not build:\n{complaint}")
    port.open_walls()
    reference.open_walls()

    tests = list(cases(settings))
    # In an order of chance: which test comes next tells the port nothing.
    random.SystemRandom().shuffle(tests)
    counts = {group: [0, 0] for group in ("typical", "edge", "error")}
    timeouts = 0
    for group, arguments, text in tests:
        expected = reference.run(arguments, text)
        if expected is None or not expected[0]:
            raise RuntimeError(f"the reference says nothing to {arguments} {text!r}")
        counts[group][1] += 1
        if timeouts > TIMEOUTS_ALLOWED:
            continue
        answer = port.run(arguments, text)
        timeouts += answer is None or answer[1] == -signal.SIGXCPU
        counts[group][0] += answer == expected
    return counts


def main():
    started = time.monotonic()
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    with open(os.path.join(TESTS, "settings.json"), encoding="utf-8") as file:
        settings = json.load(file)
    for name in (settings["source"], settings["target"]):
        if not has_tools(LANGUAGES[name]):
            sys.exit(f"{LANGUAGES[name].title} is not installed here: {', '.join(LANGUAGES[name].tools)}")

    folder = tempfile.mkdtemp(prefix="port-")
    try:
        if os.listdir(REWARDS):
            raise Refused(f"{REWARDS} was not empty before the tests ran")
        counts = judge(settings, folder)
        passed, planned = (sum(c[i] for c in counts.values()) for i in (0, 1))
        for group, (good, total) in counts.items():
            print(f"{group}: {good} of {total} equal")
        reward = passed / planned
    except Refused as refused:
        print(refused)
        reward = 0.0
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        bury()

    print(f"walls: Landlock {landlock.version()}; {time.monotonic() - started:.1f} s")
    for name in os.listdir(REWARDS):
        path = os.path.join(REWARDS, name)
        (shutil.rmtree if os.path.isdir(path) and not os.path.islink(path) else os.unlink)(path)
    with open(os.path.join(REWARDS, "reward.txt"), "x", encoding="ascii") as file:
        file.write(f"{reward:.6f}\n" if 0 < reward < 1 else f"{reward:.0f}\n")


if __name__ == "__main__":
    main()
