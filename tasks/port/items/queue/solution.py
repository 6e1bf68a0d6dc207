import heapq
import re
import sys

CHANGE, CLASSES, AGEING = @CHANGE@, @CLASSES@, @AGEING@
LONGEST_IDLE = "@PICK@" == "longest idle"
LEAVE, ARRIVE, DONE, WAKE = range(4)


class Fault(Exception):
    pass


class Counter:
    def __init__(self, name, speed):
        self.name, self.speed = name, speed
        self.breaks, self.free_from, self.served, self.busy = [], 0, 0, 0

    def free(self, time):
        return self.free_from <= time and not any(a <= time < b for a, b in self.breaks)


class Customer:
    def __init__(self, name, at, work, rank, patience):
        self.name, self.at, self.work, self.rank, self.patience = name, at, work, rank, patience
        self.gone = False

    def rank_at(self, time):
        return max(1, self.rank - (time - self.at) // AGEING)


def number(text, least, most):
    if not re.fullmatch("[0-9]{1,6}", text) or not least <= int(text) <= most:
        raise Fault(f"bad number '{text}'")
    return int(text)


def expect(words, least, most):
    if not least <= len(words) <= most:
        raise Fault(f"{words[0]}: {len(words) - 1} values")


class Hall:
    def __init__(self):
        self.counters, self.customers, self.waiting, self.events = {}, {}, [], []
        self.now = self.scheduled = self.total = self.longest = self.state = 0

    def random(self, below):
        # 32 bits that wrap; the shift is one without sign.
        self.state = (self.state * @MULTIPLIER@ + @INCREMENT@) & 0xFFFFFFFF
        return (self.state >> @SHIFT@) % below

    def schedule(self, time, kind, action):
        heapq.heappush(self.events, (time, kind, self.scheduled, action))
        self.scheduled += 1

    def add(self, customer):
        if customer.name in self.customers:
            raise Fault(f"{customer.name} comes twice")
        self.customers[customer.name] = customer
        self.schedule(customer.at, ARRIVE, lambda: self.arrive(customer))

    def read(self, line):
        words = line.split(" ")
        if words[0] == "counter":
            expect(words, 3, 3)
            if not re.fullmatch("[A-Z]", words[1]):
                raise Fault(f"bad name '{words[1]}'")
            if words[1] in self.counters:
                raise Fault(f"counter {words[1]} is there already")
            self.counters[words[1]] = Counter(words[1], number(words[2], 1, 1000))
        elif words[0] == "break":
            expect(words, 4, 4)
            if words[1] not in self.counters:
                raise Fault(f"no counter {words[1]}")
            start = number(words[2], 0, 9999)
            end = number(words[3], start + 1, 9999)
            self.counters[words[1]].breaks.append((start, end))
            self.schedule(end, WAKE, self.serve)
        elif words[0] == "customer":
            expect(words, 5, 6)
            at, work, rank = number(words[2], 0, 9999), number(words[3], 1, 99), number(words[4], 1, CLASSES)
            self.add(Customer(words[1], at, work, rank, number(words[5], 0, 999) if len(words) > 5 else -1))
        elif words[0] == "@N_RANDOM@":
            expect(words, 3, 3)
            count, time = number(words[1], 1, 50), 0
            self.state = number(words[2], 0, 99999)
            for i in range(1, count + 1):
                time += self.random(5)
                work, rank = 1 + self.random(8), 1 + self.random(CLASSES)
                self.add(Customer(f"r{i}", time, work, rank, self.random(12) if self.random(3) == 0 else -1))
        else:
            raise Fault(f"unknown '{words[0]}'")

    def say(self, text):
        print(f"{self.now:4d} {text}")

    def arrive(self, customer):
        self.say(f"{customer.name} arrives, class {customer.rank}")
        self.waiting.append(customer)
        if customer.patience >= 0:
            self.schedule(self.now + customer.patience, LEAVE, lambda: self.leave(customer))
        self.serve()
        self.longest = max(self.longest, len(self.waiting))

    def leave(self, customer):
        if customer in self.waiting:
            self.waiting.remove(customer)
            customer.gone = True
            self.say(f"{customer.name} leaves")

    def serve(self):
        while self.waiting:
            free = [c for c in self.counters.values() if c.free(self.now)]
            if not free:
                return
            counter = min(free, key=lambda c: c.free_from) if LONGEST_IDLE else free[0]
            customer = min(self.waiting, key=lambda c: (c.rank_at(self.now), c.at))
            self.waiting.remove(customer)
            duration = -(-customer.work * 100 // counter.speed)
            waited, rank = self.now - customer.at, customer.rank_at(self.now)
            self.total += waited
            counter.served += 1
            counter.busy += duration
            counter.free_from = self.now + duration + CHANGE
            self.say(f"{customer.name} to {counter.name}{f' as class {rank}' if rank < customer.rank else ''}, waited {waited}")
            self.schedule(self.now + duration, DONE, lambda a=customer.name, b=counter.name: self.say(f"{a} done at {b}"))
            self.schedule(self.now + duration + CHANGE, WAKE, self.serve)


def main():
    hall = Hall()
    for i, line in enumerate(sys.stdin.read().split("\n")[:-1], 1):
        try:
            hall.read(line)
        except Fault as fault:
            print(f"line {i}: {fault}")
            return 2
    while hall.events:
        hall.now, _, _, action = heapq.heappop(hall.events)
        action()
    for c in hall.counters.values():
        print(f"{c.name}: {c.served} served, busy {c.busy}")
    served = sum(c.served for c in hall.counters.values())
    lost = sum(c.gone for c in hall.customers.values())
    each = f"{hall.total * 10 // served} tenths each" if served else "-"
    print(f"waited {hall.total} in all, {each}; queue up to {hall.longest}, {lost} lost, {len(hall.waiting)} still there")
    return 1 if hall.waiting or lost else 0


sys.exit(main())
