import re
import sys
from fractions import Fraction

PLACES = @PLACES@
ARROW = "@ARROW@"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+|/[1-9][0-9]*)?")
NAME = re.compile(r"[a-z]+")

links = {}  # unit -> list of (other unit, how many of the other one of it is), in order of definition


def factor(unit, wanted):
    """How many `wanted` one `unit` is; None where no chain of definitions leads there."""
    seen, queue = {unit: Fraction(1)}, [unit]
    for at in queue:
        if at == wanted:
            return seen[at]
        for other, ratio in links.get(at, []):
            if other not in seen:
                seen[other] = seen[at] * ratio
                queue.append(other)
    return None


def show(value):
    """Mixed fraction where the denominator is small, else decimals cut towards zero."""
    sign, value = ("-" if value < 0 else ""), abs(value)
    whole, rest = divmod(value.numerator, value.denominator)
    if value.denominator == 1:
        return f"@EXACT@ {sign}{whole}"
    if value.denominator < 100:
        part = f"{rest}/{value.denominator}"
        return f"@EXACT@ {sign}{whole} {part}" if whole else f"@EXACT@ {sign}{part}"
    digits = str(value.numerator * 10**PLACES // value.denominator).rjust(PLACES + 1, "0")
    return f"@NEAR@ {sign}{digits[:-PLACES]}.{digits[-PLACES:]}"


def define(words):
    name, count, other = words[1], Fraction(words[3]), words[4]
    if words[0] != "1" or count <= 0 or name == other:
        return "bad definition"
    known = factor(name, other)
    if known is not None:
        return None if known == count else f"contradiction: 1 {name} {show(known)} {other}"
    links.setdefault(name, []).append((other, count))
    links.setdefault(other, []).append((name, 1 / count))
    return None


def convert(words):
    left, right = words[1].split("/"), words[3].split("/")
    if len(left) != len(right):
        return "shapes differ"
    value = Fraction(words[0])
    for position, (unit, wanted) in enumerate(zip(left, right)):
        for name in (unit, wanted):
            if name not in links:
                return f"unknown unit {name}"
        ratio = factor(unit, wanted)
        if ratio is None:
            return f"{unit} and {wanted} do not compare"
        value = value / ratio if position else value * ratio
    print(f"{words[0]} {words[1]} {show(value)} {words[3]}")
    return None


def main():
    faults = 0
    for number, line in enumerate(sys.stdin.read().split("\n")[:-1], 1):
        words = line.split(" ")
        wrong = "not understood"
        if len(words) == 5 and words[2] == "=" and all(NUMBER.fullmatch(words[i]) for i in (0, 3)) and all(NAME.fullmatch(words[i]) for i in (1, 4)):
            wrong = define(words)
        elif len(words) == 4 and words[2] == ARROW and NUMBER.fullmatch(words[0]):
            if all(re.fullmatch(r"[a-z]+(/[a-z]+)?", words[i]) for i in (1, 3)):
                wrong = convert(words)
        if wrong:
            faults += 1
            print(f"line {number}: {wrong}")
    print(f"{len(links)} units, {faults} faults")
    return 1 if faults else 0


sys.exit(main())
