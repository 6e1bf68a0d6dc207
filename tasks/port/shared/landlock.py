"""Landlock (Linux 5.13 and later): a process gives up, for itself and its children, all files but a list. It needs no rights.

The candidate has the verifier's user id, so file permissions cannot keep it from the tests or the reward; this can. Also gone, where the
kernel knows them: connecting and listening over TCP, signals to processes outside, tracing them.
Reference: Linux, Documentation/userspace-api/landlock.rst.
"""

import ctypes
import os

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
NO_NEW_PRIVILEGES = 38
PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1, 2, 4, 8
ABI_1 = (1 << 13) - 1
REFER, TRUNCATE, IOCTL = 1 << 13, 1 << 14, 1 << 15
# What a rule on a file, as opposed to a folder, may grant.
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL

READ = READ_FILE | READ_DIR
READ_EXECUTE = READ | EXECUTE

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _PathRule(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("rights", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def version():
    """The kernel's version of Landlock; 0 where there is none."""
    return max(0, _libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1))


def all_rights(abi):
    """Every right over files that this version can withhold."""
    return ABI_1 | (REFER if abi >= 2 else 0) | (TRUNCATE if abi >= 3 else 0) | (IOCTL if abi >= 5 else 0)


class Walls:
    """A list of what stays open. Made in the parent; `close_in` is called in the child between fork and exec."""

    def __init__(self, grants):
        """`grants`: pairs of path and rights; a right of -1 grants all."""
        self._abi = version()
        if self._abi == 0:
            self._ruleset = -1
            return
        handled = all_rights(self._abi)
        size = 8 if self._abi < 4 else 16 if self._abi < 6 else 24
        wanted = _Ruleset(handled, 3, 3)
        self._ruleset = _libc.syscall(CREATE_RULESET, ctypes.byref(wanted), ctypes.c_size_t(size), 0)
        if self._ruleset < 0:
            raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
        for path, rights in grants:
            self._grant(path, handled if rights == -1 else rights & handled)

    def _grant(self, path, rights):
        try:
            parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            return
        try:
            rule = _PathRule(rights if os.path.isdir(path) else rights & FILE_RIGHTS, parent)
            if _libc.syscall(ADD_RULE, self._ruleset, PATH_BENEATH, ctypes.byref(rule), 0) != 0:
                raise OSError(ctypes.get_errno(), f"landlock_add_rule {path}")
        finally:
            os.close(parent)

    def close_in(self):
        """Gives the rights up, for good."""
        if self._ruleset < 0:
            return
        if _libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0 or _libc.syscall(RESTRICT_SELF, self._ruleset, 0) != 0:
            os._exit(126)
