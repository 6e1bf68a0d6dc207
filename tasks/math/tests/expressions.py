"""Reads mathematical expressions, and says whether two are equal.

Values are exact fractions as long as they can be, else decimals of 120 digits. Two fractions are equal if they are the same; where a decimal
takes part, equal means agreement to 60 digits. Expressions in a variable are compared at several points. Nothing is ever handed to Python's
own evaluator; length, depth and the size of numbers are bounded.
"""

import math
import re
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 120
AGREEMENT = Decimal(10) ** -60
LONGEST, DEEPEST, MOST_BITS = 20_000, 60, 400_000
SIGNS = str.maketrans({"−": "-", "–": "-", "·": "*", "×": "*", "÷": "/", "²": "^2", "³": "^3", "π": " pi ", "√": " sqrt "})
TOKEN = re.compile(r"\s*(?:(\d+\.\d*|\.\d+|\d+)|([A-Za-z][A-Za-z0-9_]*)|(\*\*|[-+*/^!(),]))")


class Wrong(Exception):
    """The text is no expression that is understood, or has no real value."""


def tokens(text):
    text = text.translate(SIGNS).rstrip()
    if len(text) > LONGEST:
        raise Wrong(f"longer than {LONGEST} characters")
    found, place = [], 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if not match:
            raise Wrong(f"'{text[place:place + 12]}' is not understood")
        number, name, sign = match.groups()
        found.append(("number", number) if number else ("name", name) if name else ("sign", "^" if sign == "**" else sign))
        place = match.end()
    return found + [("end", "")]


class Reader:
    """Recursive descent. Trees are tuples: ('number', Fraction), ('name', text), ('call', name, arguments), (sign, left, right)."""

    def __init__(self, text):
        self.tokens, self.place, self.depth = tokens(text), 0, 0

    def peek(self):
        return self.tokens[self.place]

    def take(self, sign):
        if self.peek() == ("sign", sign):
            self.place += 1
            return True
        return False

    def expect(self, sign):
        if not self.take(sign):
            raise Wrong(f"expected '{sign}' before '{self.peek()[1]}'")

    def whole(self):
        tree = self.sum()
        if self.peek()[0] != "end":
            raise Wrong(f"'{self.peek()[1]}' is left over")
        return tree

    def sum(self):
        self.depth += 1
        if self.depth > DEEPEST:
            raise Wrong(f"nested deeper than {DEEPEST}")
        left = self.product()
        while self.peek() in (("sign", "+"), ("sign", "-")):
            sign = self.peek()[1]
            self.place += 1
            left = (sign, left, self.product())
        self.depth -= 1
        return left

    def product(self):
        left = self.signed()
        while True:
            kind, text = self.peek()
            if (kind, text) in (("sign", "*"), ("sign", "/")):
                self.place += 1
                left = (text, left, self.signed())
            elif kind == "name" or (kind, text) == ("sign", "("):
                left = ("*", left, self.power())  # 2x, 3sqrt(2), 2(x + 1)
            else:
                return left

    def signed(self):
        negative = False
        while self.peek() in (("sign", "+"), ("sign", "-")):
            negative ^= self.peek()[1] == "-"
            self.place += 1
        tree = self.power()
        return ("-", ("number", Fraction(0)), tree) if negative else tree

    def power(self):
        base = self.atom()
        while self.take("!"):
            base = ("call", "factorial", [base])
        if not self.take("^"):
            return base
        self.depth += 1
        if self.depth > DEEPEST:
            raise Wrong(f"nested deeper than {DEEPEST}")
        tree = ("^", base, self.signed())  # from the right: 2^3^2 = 2^9
        self.depth -= 1
        return tree

    def atom(self):
        kind, text = self.peek()
        self.place += 1
        if kind == "number":
            return ("number", Fraction(text))
        if kind == "name" and text in FUNCTIONS:
            if self.peek()[0] == "number":  # the root sign before a number: √2
                return ("call", text, [self.atom()])
            self.expect("(")
            arguments = [self.sum()]
            while self.take(","):
                arguments.append(self.sum())
            self.expect(")")
            return ("call", text, arguments)
        if kind == "name":
            return ("name", text)
        if (kind, text) == ("sign", "("):
            tree = self.sum()
            self.expect(")")
            return tree
        raise Wrong(f"'{text or 'the end'}' where a number was expected")


def decimal(value):
    return value if isinstance(value, Decimal) else Decimal(value.numerator) / Decimal(value.denominator)


def bounded(value):
    if isinstance(value, Fraction) and max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_BITS:
        raise Wrong("a number is too large")
    return value


def pi():
    """Machin (1706): pi = 16 arctan(1/5) - 4 arctan(1/239)."""
    return 16 * arctan(Decimal(1) / 5) - 4 * arctan(Decimal(1) / 239)


def arctan(x):
    """The power series after halving the angle, arctan x = 2 arctan(x / (1 + sqrt(1 + x^2))), until |x| < 0.01."""
    x, doubled = decimal(x), 1
    while abs(x) > Decimal("0.01"):
        x, doubled = x / (1 + (1 + x * x).sqrt()), doubled * 2
    total = term = x
    k = 1
    while abs(term) > Decimal(10) ** -125:
        term = -term * x * x
        k += 2
        total += term / k
    return total * doubled


def sine(x):
    """The power series on the remainder modulo 2 pi."""
    x = decimal(x)
    if abs(x) > 10**20:
        raise Wrong("an angle is too large")
    turn = 2 * pi()
    x -= (x / turn).to_integral_value() * turn
    total = term = x
    k = 1
    while abs(term) > Decimal(10) ** -125:
        term = -term * x * x / ((k + 1) * (k + 2))
        k += 2
        total += term
    return total


def exact_root(value, degree):
    """The degree-th root of a fraction that is not negative, if it is a fraction, else None."""

    def whole(n):
        if degree == 2:
            root = math.isqrt(n)
        else:
            low, high = 0, 1 << (n.bit_length() // degree + 1)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if middle**degree <= n else (low, middle - 1)
            root = low
        return root if root**degree == n else None

    above, below = whole(value.numerator), whole(value.denominator)
    return None if above is None or below is None else Fraction(above, below)


def root(value, degree):
    if value < 0:
        if degree % 2 == 0:
            raise Wrong("an even root of a negative number")
        return -root(-value, degree)
    if isinstance(value, Fraction):
        exact = exact_root(value, degree)
        if exact is not None:
            return exact
    value = decimal(value)
    return value.sqrt() if degree == 2 else (value.ln() / degree).exp() if value else value


def power(base, exponent):
    if not isinstance(exponent, Fraction):
        if base <= 0:
            raise Wrong("an irrational power of a number that is not positive")
        return exponential(decimal(base).ln() * exponent)
    whole, degree = exponent.numerator, exponent.denominator
    if degree > 1000 or abs(whole) > 100_000:
        raise Wrong("an exponent is too large")
    if degree > 1:
        base = root(base, degree)
    if base == 0 and whole < 0:
        raise Wrong("a division by zero")
    if isinstance(base, Fraction):
        if abs(whole) * max(base.numerator.bit_length(), base.denominator.bit_length()) > MOST_BITS:
            raise Wrong("a number is too large")
        return base**whole
    return base**whole


def exponential(x):
    if abs(x) > 200_000:
        raise Wrong("an exponent is too large")
    return decimal(x).exp()


def logarithm(x):
    if x <= 0:
        raise Wrong("a logarithm of a number that is not positive")
    return Fraction(0) if x == 1 else decimal(x).ln()


def natural(x, most):
    if not isinstance(x, Fraction) or x.denominator != 1 or not 0 <= x <= most:
        raise Wrong(f"expected a whole number from 0 to {most}")
    return x.numerator


def cosine(x):
    return Fraction(1) if x == 0 else sine(decimal(x) + pi() / 2)


def tangent(x):
    below = cosine(x)
    if abs(below) < AGREEMENT:
        raise Wrong("a tangent that does not exist")
    return sine(x) / decimal(below)


FUNCTIONS = {
    "sqrt": lambda x: root(x, 2),
    "cbrt": lambda x: root(x, 3),
    "exp": lambda x: exponential(x),
    "ln": logarithm,
    "log": logarithm,
    "sin": lambda x: Fraction(0) if x == 0 else sine(x),
    "cos": cosine,
    "tan": tangent,
    "atan": lambda x: Fraction(0) if x == 0 else arctan(x),
    "arctan": lambda x: Fraction(0) if x == 0 else arctan(x),
    "abs": abs,
    "factorial": lambda n: Fraction(math.factorial(natural(n, 5000))),
    "binomial": lambda n, k: Fraction(math.comb(natural(n, 5000), natural(k, 5000))),
}
CONSTANTS = {"pi": pi, "e": lambda: Decimal(1).exp()}


def value(tree, at):
    """The tree's value with the variables `at` (name to Fraction)."""
    kind = tree[0]
    if kind == "number":
        return tree[1]
    if kind == "name":
        if tree[1] in at:
            return at[tree[1]]
        if tree[1] in CONSTANTS:
            return CONSTANTS[tree[1]]()
        raise Wrong(f"'{tree[1]}' is not known here")
    if kind == "call":
        try:
            return bounded(FUNCTIONS[tree[1]](*(value(argument, at) for argument in tree[2])))
        except TypeError as error:
            raise Wrong(f"'{tree[1]}' with {len(tree[2])} arguments") from error
    left, right = value(tree[1], at), value(tree[2], at)
    if kind == "^":
        return bounded(power(left, right))
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        left, right = decimal(left), decimal(right)
    if kind == "/" and right == 0:
        raise Wrong("a division by zero")
    return bounded(left + right if kind == "+" else left - right if kind == "-" else left * right if kind == "*" else left / right)


def read(text):
    """The tree of an expression. A name before an equals sign, as in `x = 3` or `a(n) = 2^n`, is left away."""
    named = re.fullmatch(r"\s*[A-Za-z]\w*\s*(?:\(\s*\w+\s*\))?\s*=(.*)", text, re.DOTALL)
    try:
        return Reader(named[1] if named else text).whole()
    except RecursionError as error:
        raise Wrong("nested too deep") from error


def agree(left, right):
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left == right
    left, right = decimal(left), decimal(right)
    return abs(left - right) <= AGREEMENT * max(1, abs(left), abs(right))


def points(variables, whole):
    """Twelve points. With `whole`, positive whole numbers, for expressions such as (-2)^n; else fractions, some of them negative."""
    for k in range(12):
        if whole:
            yield {name: Fraction(1 + k + 5 * j) for j, name in enumerate(variables)}
        else:
            yield {name: Fraction((-1) ** k * (1009 + 37 * k * k + 11 * j), 401 + 13 * k + 7 * j) for j, name in enumerate(variables)}


def same(answer, expected, variables=(), whole=False):
    """Whether two trees have the same value, at all points where there are variables."""
    places = list(points(variables, whole)) if variables else [{}]
    return all(agree(value(answer, at), value(expected, at)) for at in places)


def parts(text):
    """A list's elements: split at the commas (or semicolons) that no parenthesis encloses, without brackets or braces around the whole."""
    text = text.strip()
    if len(text) > 1 and text[0] + text[-1] in ("[]", "{}", "()") and closes_last(text):
        text = text[1:-1]
    found, depth, start = [], 0, 0
    for place, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if char in ",;" and depth == 0:
            found.append(text[start:place])
            start = place + 1
    return found + [text[start:]]


def closes_last(text):
    depth = 0
    for place, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if depth == 0:
            return place == len(text) - 1
    return False


def accepts(text, key):
    """Whether an answer's text is right. The key: kind (number, expression, list, set), answer (texts), variables, whole."""
    expected = [read(part) for part in key["answer"]]
    if key["kind"] in ("number", "expression"):
        return same(read(text), expected[0], key["variables"], key["whole"])
    given = [read(part) for part in parts(text)]
    if len(given) != len(expected):
        return False
    if key["kind"] == "list":
        return all(same(left, right) for left, right in zip(given, expected))
    for tree in given:
        match = next((i for i, other in enumerate(expected) if same(tree, other)), None)
        if match is None:
            return False
        del expected[match]
    return True
