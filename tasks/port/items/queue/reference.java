import java.util.*;

public class Main {
    static final int CHANGE = @CHANGE@; // time between two customers at one counter
    static final int CLASSES = @CLASSES@; // 1 is served first
    static final int AGEING = @AGEING@; // after this time a waiting customer moves up one class, again and again
    static final boolean LONGEST_IDLE = "@PICK@".equals("longest idle");

    static class Fault extends RuntimeException {
        Fault(String message) { super(message); }
    }

    static class Counter {
        final String name;
        final int speed;
        final List<int[]> breaks = new ArrayList<>();
        int freeFrom, served, busy;

        Counter(String name, int speed) {
            this.name = name;
            this.speed = speed;
        }

        boolean onBreak(int time) {
            for (int[] b : breaks) if (b[0] <= time && time < b[1]) return true;
            return false;
        }
    }

    static class Customer {
        final String name;
        final int at, work, rank, patience;
        boolean gone;

        Customer(String name, int at, int work, int rank, int patience) {
            this.name = name;
            this.at = at;
            this.work = work;
            this.rank = rank;
            this.patience = patience;
        }

        int rankAt(int time) { return Math.max(1, rank - (time - at) / AGEING); }
    }

    record Event(int time, int kind, int number, Runnable action) {}

    static final int LEAVE = 0, ARRIVE = 1, DONE = 2, WAKE = 3;
    static final Map<String, Counter> counters = new LinkedHashMap<>();
    static final Map<String, Customer> customers = new LinkedHashMap<>();
    static final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingInt(Event::time).thenComparingInt(Event::kind).thenComparingInt(Event::number));
    static final List<Customer> waiting = new ArrayList<>();
    static int now, scheduled, totalWait, longestQueue, servedCount;
    static int state;

    static int random(int below) {
        state = state * @MULTIPLIER@ + @INCREMENT@;
        return (state >>> @SHIFT@) % below;
    }

    static void schedule(int time, int kind, Runnable action) { events.add(new Event(time, kind, scheduled++, action)); }

    static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) throw new Fault("bad number '" + text + "'");
        return Integer.parseInt(text);
    }

    static void expect(String[] w, int least, int most) {
        if (w.length < least || w.length > most) throw new Fault(w[0] + ": " + (w.length - 1) + " values");
    }

    static void addCustomer(Customer c) {
        if (customers.putIfAbsent(c.name, c) != null) throw new Fault(c.name + " comes twice");
        schedule(c.at, ARRIVE, () -> arrive(c));
    }

    static void read(String line) {
        String[] w = line.split(" ", -1);
        switch (w[0]) {
            case "counter":
                expect(w, 3, 3);
                if (!w[1].matches("[A-Z]")) throw new Fault("bad name '" + w[1] + "'");
                if (counters.containsKey(w[1])) throw new Fault("counter " + w[1] + " is there already");
                counters.put(w[1], new Counter(w[1], number(w[2], 1, 1000)));
                break;
            case "break": {
                expect(w, 4, 4);
                Counter counter = counters.get(w[1]);
                if (counter == null) throw new Fault("no counter " + w[1]);
                int from = number(w[2], 0, 9999), to = number(w[3], from + 1, 9999);
                counter.breaks.add(new int[] {from, to});
                schedule(to, WAKE, () -> serve());
                break;
            }
            case "customer":
                expect(w, 5, 6);
                addCustomer(new Customer(w[1], number(w[2], 0, 9999), number(w[3], 1, 99), number(w[4], 1, CLASSES), w.length > 5 ? number(w[5], 0, 999) : -1));
                break;
            case "@N_RANDOM@": {
                expect(w, 3, 3);
                int count = number(w[1], 1, 50), time = 0;
                state = number(w[2], 0, 99999);
                for (int i = 1; i <= count; i++) {
                    time += random(5);
                    int work = 1 + random(8), rank = 1 + random(CLASSES);
                    addCustomer(new Customer("r" + i, time, work, rank, random(3) == 0 ? random(12) : -1));
                }
                break;
            }
            default:
                throw new Fault("unknown '" + w[0] + "'");
        }
    }

    static void say(String text) { System.out.printf("%4d %s\n", now, text); }

    static void arrive(Customer c) {
        say(c.name + " arrives, class " + c.rank);
        waiting.add(c);
        if (c.patience >= 0) schedule(now + c.patience, LEAVE, () -> leave(c));
        serve();
        longestQueue = Math.max(longestQueue, waiting.size());
    }

    static void leave(Customer c) {
        if (waiting.remove(c)) {
            c.gone = true;
            say(c.name + " leaves");
        }
    }

    static Counter pick() {
        Counter best = null;
        for (Counter c : counters.values()) {
            if (c.freeFrom > now || c.onBreak(now)) continue;
            if (best == null || (LONGEST_IDLE && c.freeFrom < best.freeFrom)) best = c;
        }
        return best;
    }

    static void serve() {
        for (Counter counter; !waiting.isEmpty() && (counter = pick()) != null; ) {
            Customer next = Collections.min(waiting, Comparator.comparingInt((Customer c) -> c.rankAt(now)).thenComparingInt(c -> c.at));
            waiting.remove(next);
            int duration = (next.work * 100 + counter.speed - 1) / counter.speed;
            totalWait += now - next.at;
            servedCount++;
            counter.served++;
            counter.busy += duration;
            counter.freeFrom = now + duration + CHANGE;
            say(next.name + " to " + counter.name + (next.rankAt(now) < next.rank ? " as class " + next.rankAt(now) : "") + ", waited " + (now - next.at));
            Counter at = counter;
            schedule(now + duration, DONE, () -> say(next.name + " done at " + at.name));
            schedule(now + duration + CHANGE, WAKE, () -> serve());
        }
    }

    public static void main(String[] args) throws Exception {
        String[] lines = new String(System.in.readAllBytes(), "UTF-8").split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            try {
                read(lines[i]);
            } catch (Fault fault) {
                System.out.println("line " + (i + 1) + ": " + fault.getMessage());
                System.exit(2);
            }
        }
        while (!events.isEmpty()) {
            Event event = events.poll();
            now = event.time;
            event.action.run();
        }
        for (Counter c : counters.values()) System.out.println(c.name + ": " + c.served + " served, busy " + c.busy);
        int lost = 0;
        for (Customer c : customers.values()) if (c.gone) lost++;
        System.out.println("waited " + totalWait + " in all, " + (servedCount == 0 ? "-" : totalWait * 10 / servedCount + " tenths each")
            + "; queue up to " + longestQueue + ", " + lost + " lost, " + waiting.size() + " still there");
        System.exit(waiting.isEmpty() && lost == 0 ? 0 : 1);
    }
}
