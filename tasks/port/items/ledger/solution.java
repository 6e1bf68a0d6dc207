import java.util.*;
import java.util.regex.*;

public class Main {
    static final long FEE_PERCENT = @FEE_PERCENT@, FEE_LEAST = @FEE_LEAST@, OVERDRAFT = @OVERDRAFT@, INTEREST = @INTEREST@, DAILY = @DAILY@;
    static final Map<String, Integer> ARITY =
        Map.of("open", 1, "close", 1, "in", 2, "out", 2, "@PAY@", 3, "@UNDO@", 1, "day", 0, "interest", 1);

    static class Refused extends RuntimeException {
        Refused(String reason) { super(reason); }
    }

    static class Account { long cents, spent; }

    record Entry(String from, String to, long cents) {}

    static final TreeMap<String, Account> accounts = new TreeMap<>();
    static final List<Entry> entries = new ArrayList<>();
    static long bank, day = 1;

    static String money(long cents) {
        return (cents < 0 ? "-" : "") + "@SIGN@" + Math.abs(cents) / 100 + "." + String.format("%02d", Math.abs(cents) % 100);
    }

    static long centsOf(String text) {
        Matcher m = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,2}))?").matcher(text);
        if (!m.matches()) throw new Refused("bad amount '" + text + "'");
        String part = m.group(2) == null ? "00" : (m.group(2) + "0").substring(0, 2);
        long cents = Long.parseLong(m.group(1)) * 100 + Long.parseLong(part);
        if (cents == 0) throw new Refused("nothing to do");
        return cents;
    }

    static Account account(String name) {
        Account found = accounts.get(name);
        if (found == null) throw new Refused("no account '" + name + "'");
        return found;
    }

    static void take(String name, long cents) {
        Account payer = account(name);
        if (payer.cents - cents < -OVERDRAFT) throw new Refused(name + " lacks " + money(cents - OVERDRAFT - payer.cents));
        if (payer.spent + cents > DAILY) throw new Refused(name + " may spend " + money(DAILY - payer.spent) + " more today");
        payer.cents -= cents;
        payer.spent += cents;
    }

    static String record(String from, String to, long cents) {
        entries.add(new Entry(from, to, cents));
        return "#" + entries.size();
    }

    static String execute(String name, String[] w) {
        switch (name) {
            case "open":
                if (!w[1].matches("[a-z]{2,8}")) throw new Refused("bad name '" + w[1] + "'");
                if (accounts.containsKey(w[1])) throw new Refused("'" + w[1] + "' exists");
                accounts.put(w[1], new Account());
                return w[1] + " opened";
            case "close":
                if (account(w[1]).cents != 0) throw new Refused(w[1] + " holds " + money(account(w[1]).cents));
                accounts.remove(w[1]);
                return w[1] + " closed";
            case "in": {
                long cents = centsOf(w[2]);
                account(w[1]).cents += cents;
                return record(null, w[1], cents) + " " + w[1] + " +" + money(cents);
            }
            case "out": {
                long cents = centsOf(w[2]);
                take(w[1], cents);
                return record(w[1], null, cents) + " " + w[1] + " -" + money(cents);
            }
            case "@PAY@": {
                long cents = centsOf(w[3]);
                Account to = account(w[2]);
                if (w[1].equals(w[2])) throw new Refused("to oneself");
                long fee = Math.max(FEE_LEAST, (cents * FEE_PERCENT + 99) / 100);
                take(w[1], cents + fee);
                to.cents += cents;
                bank += fee;
                return record(w[1], w[2], cents) + " " + w[1] + " > " + w[2] + " " + money(cents) + " fee " + money(fee);
            }
            case "@UNDO@":
                return undo(w[1]);
            case "day": {
                day++;
                String charged = "";
                for (String holder : accounts.keySet()) {
                    Account a = accounts.get(holder);
                    a.spent = 0;
                    if (a.cents < 0) {
                        a.cents--;
                        bank++;
                        charged += " " + holder;
                    }
                }
                return "day " + day + (charged.isEmpty() ? "" : ", charged:" + charged);
            }
            default: {
                Account payee = account(w[1]);
                if (payee.cents <= 0) throw new Refused(w[1] + " earns nothing");
                long cents = payee.cents * INTEREST / 10000, rest = payee.cents * INTEREST % 10000;
                if (rest > 5000 || rest == 5000 && cents % 2 == 1) cents++;
                payee.cents += cents;
                bank -= cents;
                return record(null, w[1], cents) + " " + w[1] + " earns " + money(cents);
            }
        }
    }

    static String undo(String number) {
        if (!number.matches("[1-9][0-9]{0,3}") || Integer.parseInt(number) > entries.size()) throw new Refused("no entry '" + number + "'");
        int at = Integer.parseInt(number) - 1;
        Entry entry = entries.get(at);
        if (entry == null) throw new Refused("#" + number + " is reversed");
        if (entry.from != null) account(entry.from);
        if (entry.to != null) {
            if (account(entry.to).cents < entry.cents) throw new Refused(entry.to + " cannot return " + money(entry.cents));
            account(entry.to).cents -= entry.cents;
        }
        if (entry.from != null) account(entry.from).cents += entry.cents;
        entries.set(at, null);
        return "#" + number + " reversed";
    }

    public static void main(String[] args) throws Exception {
        String[] lines = new String(System.in.readAllBytes(), "UTF-8").split("\n", -1);
        StringBuilder out = new StringBuilder();
        int refused = 0;
        for (int i = 0; i < lines.length - 1; i++) {
            String[] w = lines[i].split(" ", -1);
            try {
                Integer count = ARITY.get(w[0]);
                if (count == null) throw new Refused("unknown command '" + w[0] + "'");
                if (w.length - 1 != count) throw new Refused(w[0] + " takes " + count + ", got " + (w.length - 1));
                out.append(execute(w[0], w)).append("\n");
            } catch (Refused reason) {
                refused++;
                out.append("refused: ").append(reason.getMessage()).append("\n");
            }
        }
        out.append("--\n");
        List<String> names = new ArrayList<>(accounts.keySet());
        names.sort(Comparator.comparingLong((String n) -> -accounts.get(n).cents).thenComparing(n -> n));
        for (String name : names) out.append(String.format("%-9s%14s%n", name, money(accounts.get(name).cents)));
        out.append(String.format("%-9s%14s%n", "bank", money(bank)));
        System.out.print(out);
        System.out.flush();
        System.exit(Math.min(refused, 9));
    }
}
