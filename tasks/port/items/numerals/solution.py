import re
import sys

LIMIT, REPEAT, LETTERS = @LIMIT@, @REPEAT@, "@LETTERS@"
WORDS = [@WORDS@]
VALUES = dict(zip(LETTERS, (1, 5, 10, 50, 100, 500, 1000)))


def numeral(number):
    out = LETTERS[6] * (number // 1000)
    for place, power in ((4, 100), (2, 10), (0, 1)):
        digit = number // power % 10
        one, five, ten = LETTERS[place : place + 3]
        if digit % 5 > REPEAT:
            out += one + (ten if digit == 9 else five)
        else:
            out += five * (digit // 5) + one * (digit % 5)
    return out


def value(text):
    if len(text) > 20 or any(c not in VALUES for c in text):
        return 0
    numbers = [VALUES[c] for c in text]
    total = sum(-a if a < b else a for a, b in zip(numbers, [*numbers[1:], 0]))
    return total if 0 < total <= LIMIT and numeral(total) == text else 0


def say_small(number):
    """Words below a thousand."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    parts = [WORDS[hundreds]] if hundreds > 1 else []
    parts += ["@HUNDRED@"] if hundreds else []
    parts += [(WORDS[tens] if tens > 1 else "") + "@TEN@"] if tens else []
    parts += [WORDS[ones]] if ones else []
    return "@JOINER@".join(parts)


def say(number):
    if number == 0:
        return WORDS[0]
    words = []
    if number >= 2000:
        words.append(say_small(number // 1000))
    if number >= 1000:
        words.append("@THOUSAND@")
    if number % 1000:
        words.append(say_small(number % 1000))
    return " ".join(words)


def main():
    faults = 0
    for line in sys.stdin.read().split("\n")[:-1]:
        if re.fullmatch("[0-9]+", line):
            if len(line) > 6 or (len(line) > 1 and line[0] == "0"):
                print(f"{line}: out of range or not plain")
                faults += 1
                continue
            number = int(line)
            print(f"{number} = {(numeral(number) if number <= LIMIT else '') or '(none)'} = {say(number)}")
        elif number := value(line):
            print(f"{line} = {number}")
        else:
            print(f"'{line}' is no numeral")
            faults += 1
    print(f"{faults} faults")
    return 4 if faults else 0


sys.exit(main())
