import re
import sys

FEE_PERCENT = @FEE_PERCENT@  # of a payment between accounts, rounded up to a cent, paid by the sender
FEE_LEAST = @FEE_LEAST@
OVERDRAFT = @OVERDRAFT@
INTEREST = @INTEREST@  # hundredths of a percent
DAILY = @DAILY@  # what may leave an account in one day


class Refused(Exception):
    pass


class Account:
    def __init__(self):
        self.cents = 0
        self.spent = 0


accounts = {}
entries = []  # (kind, from, to, cents, fee), or None once reversed
bank = 0
day = 1


def money(cents):
    return f"{'-' if cents < 0 else ''}@SIGN@{abs(cents) // 100}.{abs(cents) % 100:02d}"


def cents_of(text):
    match = re.fullmatch(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?", text)
    if not match:
        raise Refused(f"bad amount '{text}'")
    cents = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0"))
    if cents == 0:
        raise Refused("nothing to do")
    return cents


def account(name):
    if name not in accounts:
        raise Refused(f"no account '{name}'")
    return accounts[name]


def take(name, cents):
    payer = account(name)
    if payer.cents - cents < -OVERDRAFT:
        raise Refused(f"{name} lacks {money(cents - OVERDRAFT - payer.cents)}")
    if payer.spent + cents > DAILY:
        raise Refused(f"{name} may spend {money(DAILY - payer.spent)} more today")
    payer.cents -= cents
    payer.spent += cents


def record(*entry):
    entries.append(entry)
    return f"#{len(entries)}"


def do_open(name):
    if not re.fullmatch("[a-z]{2,8}", name):
        raise Refused(f"bad name '{name}'")
    if name in accounts:
        raise Refused(f"'{name}' exists")
    accounts[name] = Account()
    return f"{name} opened"


def do_close(name):
    if account(name).cents != 0:
        raise Refused(f"{name} holds {money(accounts[name].cents)}")
    del accounts[name]
    return f"{name} closed"


def do_in(name, amount):
    cents = cents_of(amount)
    account(name).cents += cents
    return f"{record('in', None, name, cents, 0)} {name} +{money(cents)}"


def do_out(name, amount):
    cents = cents_of(amount)
    take(name, cents)
    return f"{record('out', name, None, cents, 0)} {name} -{money(cents)}"


def do_pay(sender, receiver, amount):
    global bank
    cents = cents_of(amount)
    to = account(receiver)
    if sender == receiver:
        raise Refused("to oneself")
    fee = max(FEE_LEAST, -(-cents * FEE_PERCENT // 100))
    take(sender, cents + fee)
    to.cents += cents
    bank += fee
    return f"{record('pay', sender, receiver, cents, fee)} {sender} > {receiver} {money(cents)} fee {money(fee)}"


def do_undo(number):
    """The money goes back, the fee stays with the bank; what was spent today stays spent."""
    if not re.fullmatch("[1-9][0-9]{0,3}", number) or int(number) > len(entries):
        raise Refused(f"no entry '{number}'")
    entry = entries[int(number) - 1]
    if entry is None:
        raise Refused(f"#{number} is reversed")
    _, sender, receiver, cents, _ = entry
    for name in (sender, receiver):
        if name is not None:
            account(name)
    if receiver is not None and accounts[receiver].cents < cents:
        raise Refused(f"{receiver} cannot return {money(cents)}")
    if receiver is not None:
        accounts[receiver].cents -= cents
    if sender is not None:
        accounts[sender].cents += cents
    entries[int(number) - 1] = None
    return f"#{number} reversed"


def do_day():
    global day, bank
    day += 1
    charged = []
    for name in sorted(accounts):
        accounts[name].spent = 0
        if accounts[name].cents < 0:
            accounts[name].cents -= 1
            bank += 1
            charged.append(name)
    return f"day {day}" + (f", charged: {' '.join(charged)}" if charged else "")


def do_interest(name):
    """Rounded half to even."""
    global bank
    payee = account(name)
    if payee.cents <= 0:
        raise Refused(f"{name} earns nothing")
    cents, rest = divmod(payee.cents * INTEREST, 10000)
    if rest > 5000 or (rest == 5000 and cents % 2 == 1):
        cents += 1
    payee.cents += cents
    bank -= cents
    return f"{record('in', None, name, cents, 0)} {name} earns {money(cents)}"


COMMANDS = {
    "open": (do_open, 1),
    "close": (do_close, 1),
    "in": (do_in, 2),
    "out": (do_out, 2),
    "@PAY@": (do_pay, 3),
    "@UNDO@": (do_undo, 1),
    "day": (do_day, 0),
    "interest": (do_interest, 1),
}


def main():
    refused = 0
    for line in sys.stdin.read().split("\n")[:-1]:
        name, *words = line.split(" ")
        try:
            if name not in COMMANDS:
                raise Refused(f"unknown command '{name}'")
            action, count = COMMANDS[name]
            if len(words) != count:
                raise Refused(f"{name} takes {count}, got {len(words)}")
            print(action(*words))
        except Refused as reason:
            refused += 1
            print(f"refused: {reason}")
    print("--")
    for name in sorted(accounts, key=lambda n: (-accounts[n].cents, n)):
        print(f"{name:<9}{money(accounts[name].cents):>14}")
    print(f"{'bank':<9}{money(bank):>14}")
    return min(refused, 9)


sys.exit(main())
