import re
import sys

LIMIT = 2**63
SCALE = @JOKER_SCALE@
PRECEDENCE = {"+": @P_ADD@, "-": @P_ADD@, "*": @P_MUL@, "/": @P_MUL@, "%": @P_MUL@, "@JOKER@": @P_JOKER@, "@POWER@": @P_POWER@}
RIGHT = {"@POWER@"} if "@RIGHT@" == "power" else {"@JOKER@"}


class Fault(Exception):
    def __init__(self, column, text):
        super().__init__(f"column {column}: {text}")


def checked(column, value):
    if not -LIMIT <= value < LIMIT:
        raise Fault(column, "overflow")
    return value


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


FUNCTIONS = {
    "@N_MAX@": (1, 9, max),
    "@N_GCD@": (1, 9, lambda values: fold_gcd(values)),
    "@N_ABS@": (1, 1, lambda values: abs(values[0])),
}


def fold_gcd(values):
    out = 0
    for value in values:
        out = gcd(out, abs(value))
    return out


def divide(column, a, b):
    if b == 0:
        raise Fault(column, "division by zero")
    if "@DIVISION@" == "floor":
        return a // b, a % b
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return quotient, a - quotient * b


def power(column, a, b):
    if b < 0:
        raise Fault(column, "negative exponent")
    result = 1
    for _ in range(b):
        result = checked(column, result * a)
        if result in (0, 1):
            break
        if result == -1:
            return -1 if b % 2 else 1
    return result


def apply(operator, column, a, b):
    if operator == "+":
        return checked(column, a + b)
    if operator == "-":
        return checked(column, a - b)
    if operator == "*":
        return checked(column, a * b)
    if operator == "/":
        return checked(column, divide(column, a, b)[0])
    if operator == "%":
        return divide(column, a, b)[1]
    if operator == "@POWER@":
        return power(column, a, b)
    return checked(column, checked(column, a * SCALE) - b)


def tokens(line):
    """Pairs of column (from 1) and text."""
    out, at = [], 0
    while at < len(line):
        if line[at] == " ":
            at += 1
            continue
        match = re.compile(r"[0-9]+|[a-z]+|[-+*/%(),=@JOKER@\@POWER@]").match(line, at)
        if not match:
            raise Fault(at + 1, f"unexpected '{line[at]}'")
        out.append((at + 1, match[0]))
        at = match.end()
    out.append((len(line) + 1, ""))
    return out


class Parser:
    def __init__(self, line, variables):
        self.tokens, self.at, self.variables = tokens(line), 0, variables

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at][1]

    def expect(self, text):
        column, found = self.next()
        if found != text:
            raise Fault(column, f"expected '{text}', got '{found}'")

    def expression(self, least):
        left = self.unary()
        while PRECEDENCE.get(self.peek(), -1) >= least:
            column, operator = self.next()
            level = PRECEDENCE[operator]
            right = self.expression(level if operator in RIGHT else level + 1)
            left = apply(operator, column, left, right)
        return left

    def unary(self):
        """A sign binds tighter than any operator."""
        if self.peek() == "-":
            column, _ = self.next()
            return checked(column, -self.unary())
        return self.primary()

    def primary(self):
        column, text = self.next()
        if text.isdigit():
            return checked(column, int(text))
        if text == "(":
            value = self.expression(0)
            self.expect(")")
            return value
        if text in FUNCTIONS:
            least, most, function = FUNCTIONS[text]
            self.expect("(")
            values = [] if self.peek() == ")" else [self.expression(0)]
            while values and self.peek() == ",":
                self.next()
                values.append(self.expression(0))
            self.expect(")")
            if not least <= len(values) <= most:
                raise Fault(column, f"{text} takes {least} to {most}, got {len(values)}")
            return checked(column, function(values))
        if text.isalpha():
            if text not in self.variables:
                raise Fault(column, f"'{text}' has no value")
            return self.variables[text]
        raise Fault(column, f"unexpected '{text}'" if text else "unexpected end")

    def statement(self):
        column, first = self.tokens[0]
        target = None
        if len(self.tokens) > 2 and self.tokens[1][1] == "=":
            if not first.isalpha() or first in FUNCTIONS:
                raise Fault(column, f"cannot assign to '{first}'")
            target, self.at = first, 2
        value = self.expression(0)
        column, rest = self.next()
        if rest:
            raise Fault(column, f"unexpected '{rest}'")
        if target:
            self.variables[target] = value
        return target, value


def main():
    variables, faults = {}, 0
    for line in sys.stdin.read().split("\n")[:-1]:
        try:
            target, value = Parser(line, variables).statement()
            print(f"{target} = {value}" if target else value)
        except Fault as fault:
            faults += 1
            print(fault)
    print(f"{len(variables)} variables")
    return min(faults, 100)


sys.exit(main())
