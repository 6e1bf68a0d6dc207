import re
import sys
from math import gcd, isqrt

sys.set_int_max_str_digits(0)

BASE = @BASE@  # results are printed in it as well, digits above 9 as letters
GROUP = @GROUP@
MARK = "@MARK@"
LIMIT = @LIMIT@  # bits
EUCLID = @EUCLID@  # 1: the rest is never negative; 0: it has the sign of the dividend


class Stop(Exception):
    pass


def divide(a, b):
    if b == 0:
        raise Stop("division by zero")
    quotient, rest = divmod(abs(a), abs(b))
    if a < 0:
        quotient, rest = -quotient, -rest
    if b < 0:
        quotient = -quotient
    if EUCLID and rest < 0:
        rest += abs(b)
        quotient += 1 if b < 0 else -1
    return quotient, rest


def power(a, b):
    if b < 0:
        raise Stop("negative exponent")
    if abs(a) > 1 and (a.bit_length() - 1) * b >= LIMIT:
        raise Stop(f"more than {LIMIT} bits")
    return a**b


def root(a):
    if a < 0:
        raise Stop("root of a negative number")
    return isqrt(a)


def in_base(value):
    digits = ""
    while value or not digits:
        value, digit = divmod(value, BASE)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


def grouped(digits):
    first = len(digits) % GROUP or GROUP
    return MARK.join([digits[:first]] + [digits[i : i + GROUP] for i in range(first, len(digits), GROUP)])


def show(value):
    sign = "-" if value < 0 else ""
    value = abs(value)
    return f"{sign}{grouped(str(value))} = {sign}{in_base(value)} [{BASE}], {value.bit_length()} bits, {bin(value).count('1')} ones"


BINARY = {
    "@O_ADD@": lambda a, b: a + b,
    "@O_SUB@": lambda a, b: a - b,
    "@O_MUL@": lambda a, b: a * b,
    "@O_DIV@": lambda a, b: divide(a, b)[0],
    "@O_MOD@": lambda a, b: divide(a, b)[1],
    "@O_POW@": power,
    "@O_GCD@": lambda a, b: gcd(a, b),
    "@O_CMP@": lambda a, b: (a > b) - (a < b),
}


def execute(word, stack):
    if re.fullmatch("0|-?[1-9][0-9]*", word):
        stack.append(int(word))
        return
    needed = 2 if word in BINARY or word == "@O_SWAP@" else 1
    if word not in BINARY and word not in ("@O_ROOT@", "@O_PRINT@", "@O_DUP@", "@O_SWAP@"):
        raise Stop(f"unknown word {word}")
    if len(stack) < needed:
        raise Stop(f"{word} needs {needed}, has {len(stack)}")
    if word == "@O_PRINT@":
        print(show(stack[-1]))
    elif word == "@O_DUP@":
        stack.append(stack[-1])
    elif word == "@O_SWAP@":
        stack[-1], stack[-2] = stack[-2], stack[-1]
    elif word == "@O_ROOT@":
        stack.append(root(stack.pop()))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append(BINARY[word](a, b))
    if stack[-1].bit_length() > LIMIT:
        raise Stop(f"more than {LIMIT} bits")


def main():
    stack = []
    for number, word in enumerate(sys.stdin.read().split(), 1):
        try:
            execute(word, stack)
        except Stop as stop:
            print(f"word {number}: {stop}")
            return 1
    print(f"{len(stack)} left")
    return 0


sys.exit(main())
