"""How a program of each language is built and run: one table for the instruction, for the examples, and for the verifier."""

import glob
import os
import shutil
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language. In the commands, {src} is the folder of the one source file, {out} the folder of what is built from it."""

    title: str
    file: str
    build: tuple
    run: tuple
    tools: tuple
    # What the built program may read beside {src} and {out} (glob patterns), and the programs that it may execute beside its own.
    reads: tuple = ()
    executes: tuple = ()


# The loader and the two libraries that a C program needs. Whole library folders would hold interpreters as libraries.
C_LIBRARIES = ("/etc/ld.so.cache", "/lib*/ld-linux-*", "/lib/*/libc.so.6", "/lib/*/libm.so.6")
ALL_LIBRARIES = ("/etc/ld.so.cache", "/lib*/ld-linux-*", "/lib/*-linux-gnu")

# Roslyn's compiler is called as a program: the project system would look for packages on the network.
CSHARP_BUILD = (
    'sdk="$(ls -d /usr/share/dotnet/sdk/* /usr/lib/dotnet/sdk/* 2>/dev/null | sort -V | tail -n 1)"; '
    'shared="$(ls -d "$sdk"/../../shared/Microsoft.NETCore.App/* | sort -V | tail -n 1)"; '
    '/usr/bin/dotnet "$sdk/Roslyn/bincore/csc.dll" -nologo -noconfig -nullable:disable -optimize '
    '-out:{out}/main.dll $(printf -- "-r:%s " "$shared"/System*.dll "$shared"/mscorlib.dll "$shared"/netstandard.dll) {src}/Main.cs && '
    'printf \'{{"runtimeOptions":{{"framework":{{"name":"Microsoft.NETCore.App","version":"%s"}},"configProperties":'
    '{{"System.Globalization.Invariant":true}}}}}}\' "$(basename "$shared")" > {out}/main.runtimeconfig.json'
)

LANGUAGES = {
    "python": Language(
        "Python",
        "main.py",
        (),
        ("python3", "-I", "{src}/main.py"),
        ("python3",),
        (*ALL_LIBRARIES, "/usr/lib/python3*"),
        ("python3",),
    ),
    "javascript": Language(
        "JavaScript",
        "main.js",
        (),
        ("node", "{src}/main.js"),
        ("node",),
        (*ALL_LIBRARIES, "/etc/ssl", "/usr/lib/ssl", "/proc", "/dev/urandom"),
        ("node",),
    ),
    "c": Language(
        "C",
        "main.c",
        ("gcc", "-std=c11", "-O2", "-o", "{out}/main", "{src}/main.c", "-lm"),
        ("{out}/main",),
        ("gcc",),
        C_LIBRARIES,
    ),
    # Without cgo: a Go file could otherwise carry a C program in a comment.
    "go": Language(
        "Go",
        "main.go",
        ("env", "CGO_ENABLED=0", "GO111MODULE=off", "go", "build", "-o", "{out}/main", "{src}/main.go"),
        ("{out}/main",),
        ("go",),
        ("/sys/kernel/mm/transparent_hugepage",),
    ),
    "java": Language(
        "Java",
        "Main.java",
        ("javac", "-J-XX:TieredStopAtLevel=1", "-encoding", "UTF-8", "-d", "{out}", "{src}/Main.java"),
        ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xss16m", "-cp", "{out}", "Main"),
        ("javac", "java"),
        (*ALL_LIBRARIES, "/usr/lib/jvm", "/etc/java*", "/proc", "/sys", "/dev/urandom"),
        ("java",),
    ),
    "csharp": Language(
        "C#",
        "Main.cs",
        ("bash", "-c", CSHARP_BUILD),
        ("/usr/bin/dotnet", "{out}/main.dll"),
        ("dotnet",),
        (*ALL_LIBRARIES, "/usr/share/dotnet", "/usr/lib/dotnet", "/proc", "/sys", "/dev/urandom"),
        ("/usr/bin/dotnet",),
    ),
}


def command(parts, src, out):
    """A command of the table with its folders filled in."""
    return [part.format(src=src, out=out) for part in parts]


def has_tools(language):
    """True where all programs of a language are on the PATH."""
    return all(shutil.which(tool) for tool in language.tools)


def paths(patterns):
    """The existing paths that patterns name, in a fixed order."""
    return sorted({os.path.realpath(path) for pattern in patterns for path in glob.glob(pattern)})


def build_environment(home):
    """The variables of a build: nothing of the caller's but the search path."""
    return {
        "PATH": os.environ.get("PATH", "/usr/local/bin:/usr/bin:/bin"),
        "HOME": home,
        "TMPDIR": home,
        "GOCACHE": os.path.join(home, "go-cache"),
        "LANG": "C.UTF-8",
        "DOTNET_CLI_TELEMETRY_OPTOUT": "1",
        "DOTNET_NOLOGO": "1",
    }


def run_environment(home):
    """The variables of a run: no search path, so that a program finds no other."""
    return {"PATH": "/nonexistent", "HOME": home, "LANG": "C.UTF-8", "DOTNET_gcServer": "0", "DOTNET_TieredPGO": "0"}


def resolved(argv):
    """A command whose program is an absolute path, so that it starts without a search path."""
    return [os.path.realpath(shutil.which(argv[0]) or argv[0]), *argv[1:]]


def build(language, src, out, **options):
    """Builds a program. Returns None when it worked, else what the compiler said."""
    if not language.build:
        return None
    done = subprocess.run(
        command(language.build, src, out),
        cwd=out,
        env=build_environment(out),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        **options,
    )
    return None if done.returncode == 0 else done.stdout.decode("utf-8", "replace")[-2000:] or f"exit code {done.returncode}"
