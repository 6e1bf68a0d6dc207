"""A hand-assembled x86-64 Linux program that checks a password."""

import struct

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.6
TAGS = ["reversing", "elf"]
SUMMARY = "Reverse the password check of a tiny x86-64 program"
PROGRAMS = ["gate"]
INSTRUCTION = """
`/work/gate` is a small program for Linux on x86-64. It reads a password from its standard input and answers `right` for the flag, else `wrong`. You may run
it where the machine allows it, but reading it is enough.
"""
# One line per instruction or group: machine code with the drawn bytes named, and what it does.
CODE = """
31c0 31ff                  xor eax, eax; xor edi, edi      (read from standard input)
488db42400ffffff           lea rsi, [rsp - 256]
bac8000000 0f05            mov edx, 200; syscall
83f8{size}                 cmp eax, size
7c{to_bad}                 jl bad
31c9                       xor ecx, ecx
41b0{start}                mov r8b, start
488d1d{table}              lea rbx, [rip + table]
8a040e                     loop: mov al, [rsi + rcx]
4430c0                     xor al, r8b
c0c0{turn}                 rol al, turn
6bd1{factor}               imul edx, ecx, factor
00d0                       add al, dl
{mixing}{mixer}            xor al, mixer  or  add al, mixer
3a040b                     cmp al, [rbx + rcx]
75{from_loop}              jne bad
4188c0                     mov r8b, al
ffc1                       inc ecx
83f9{size}                 cmp ecx, size
75e1                       jne loop
488d3523000000             lea rsi, [rip + right]
eb07                       jmp say
488d3520000000             bad: lea rsi, [rip + wrong]
b801000000 bf01000000      say: mov eax, 1; mov edi, 1     (write to standard output)
ba06000000 0f05            mov edx, 6; syscall
b83c000000 31ff 0f05       mov eax, 60; xor edi, edi; syscall
"""


def assemble(constants):
    columns = [line[:26] for line in CODE.strip("\n").split("\n")]
    code = bytes.fromhex("".join(columns).format(**constants))
    return code + b"right\nwrong\n"


def draw(stream, flag):
    password = flag.encode()
    start, turn, factor, mixer = stream.randrange(1, 256), stream.randrange(1, 8), stream.randrange(3, 128, 2), stream.randrange(1, 128)
    mixing = stream.choice(["34", "04"])
    before, table = start, bytearray()
    for i, byte in enumerate(password):
        value = byte ^ before
        value = (value << turn | value >> 8 - turn) & 255
        value = value + i * factor & 255
        value = value ^ mixer if mixing == "34" else value + mixer & 255
        table.append(value)
        before = value
    constants = {name: f"{value:02x}" for name, value in [("size", len(password)), ("start", start), ("turn", turn), ("factor", factor), ("mixer", mixer)]}
    constants |= {"mixing": mixing, "to_bad": "34", "from_loop": "13", "table": "55000000"}
    code = assemble(constants) + bytes(table)
    base, headers = 0x400000, 64 + 56
    head = b"\x7fELF\2\1\1" + bytes(9)
    head += struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, base + headers, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    head += struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, headers + len(code), headers + len(code), 0x1000)
    return {"gate": head + code}, {}
