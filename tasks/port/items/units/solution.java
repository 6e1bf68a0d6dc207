import java.math.BigInteger;
import java.util.*;

public class Main {
    static final int PLACES = @PLACES@;
    static final String ARROW = "@ARROW@";
    static final String NUMBER = "-?[0-9]+(\\.[0-9]+|/[1-9][0-9]*)?";

    record Ratio(BigInteger over, BigInteger under) {
        static Ratio of(BigInteger over, BigInteger under) {
            BigInteger common = over.gcd(under);
            if (under.signum() < 0) common = common.negate();
            return new Ratio(over.divide(common), under.divide(common));
        }

        static Ratio parse(String text) {
            int slash = text.indexOf('/'), dot = text.indexOf('.');
            if (slash >= 0) return of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
            if (dot < 0) return of(new BigInteger(text), BigInteger.ONE);
            return of(new BigInteger(text.replace(".", "")), BigInteger.TEN.pow(text.length() - dot - 1));
        }

        Ratio times(Ratio o) { return of(over.multiply(o.over), under.multiply(o.under)); }

        Ratio inverse() { return of(under, over); }

        String show() {
            String sign = over.signum() < 0 ? "-" : "";
            BigInteger[] parts = over.abs().divideAndRemainder(under);
            if (under.equals(BigInteger.ONE)) return "@EXACT@ " + sign + parts[0];
            if (under.compareTo(BigInteger.valueOf(100)) < 0)
                return "@EXACT@ " + sign + (parts[0].signum() != 0 ? parts[0] + " " : "") + parts[1] + "/" + under;
            StringBuilder digits = new StringBuilder(over.abs().multiply(BigInteger.TEN.pow(PLACES)).divide(under).toString());
            while (digits.length() < PLACES + 1) digits.insert(0, '0');
            return "@NEAR@ " + sign + digits.insert(digits.length() - PLACES, '.');
        }
    }

    record Link(String other, Ratio ratio) {}

    static final Map<String, List<Link>> links = new LinkedHashMap<>();
    static final StringBuilder out = new StringBuilder();

    static Ratio factor(String unit, String wanted) {
        Map<String, Ratio> seen = new HashMap<>(Map.of(unit, Ratio.parse("1")));
        List<String> queue = new ArrayList<>(List.of(unit));
        for (int i = 0; i < queue.size(); i++) {
            String at = queue.get(i);
            if (at.equals(wanted)) return seen.get(at);
            for (Link link : links.getOrDefault(at, List.of())) {
                if (seen.containsKey(link.other)) continue;
                seen.put(link.other, seen.get(at).times(link.ratio));
                queue.add(link.other);
            }
        }
        return null;
    }

    static String define(String[] w) {
        Ratio count = Ratio.parse(w[3]);
        if (!w[0].equals("1") || count.over.signum() <= 0 || w[1].equals(w[4])) return "bad definition";
        Ratio known = factor(w[1], w[4]);
        if (known != null) return known.equals(count) ? null : "contradiction: 1 " + w[1] + " " + known.show() + " " + w[4];
        links.computeIfAbsent(w[1], k -> new ArrayList<>()).add(new Link(w[4], count));
        links.computeIfAbsent(w[4], k -> new ArrayList<>()).add(new Link(w[1], count.inverse()));
        return null;
    }

    static String convert(String[] w) {
        String[] left = w[1].split("/"), right = w[3].split("/");
        if (left.length != right.length) return "shapes differ";
        Ratio value = Ratio.parse(w[0]);
        for (int i = 0; i < left.length; i++) {
            for (String name : new String[] {left[i], right[i]}) if (!links.containsKey(name)) return "unknown unit " + name;
            Ratio ratio = factor(left[i], right[i]);
            if (ratio == null) return left[i] + " and " + right[i] + " do not compare";
            value = value.times(i > 0 ? ratio.inverse() : ratio);
        }
        out.append(w[0] + " " + w[1] + " " + value.show() + " " + w[3] + "\n");
        return null;
    }

    public static void main(String[] args) throws Exception {
        String text = new String(System.in.readAllBytes(), "UTF-8");
        String[] lines = text.split("\n", -1);
        int faults = 0;
        for (int i = 0; i < lines.length - 1; i++) {
            String[] w = lines[i].split(" ", -1);
            String wrong = "not understood";
            if (w.length == 5 && w[2].equals("=") && w[0].matches(NUMBER) && w[3].matches(NUMBER) && w[1].matches("[a-z]+") && w[4].matches("[a-z]+"))
                wrong = define(w);
            else if (w.length == 4 && w[2].equals(ARROW) && w[0].matches(NUMBER) && w[1].matches("[a-z]+(/[a-z]+)?") && w[3].matches("[a-z]+(/[a-z]+)?"))
                wrong = convert(w);
            if (wrong != null) {
                faults++;
                out.append("line " + (i + 1) + ": " + wrong + "\n");
            }
        }
        out.append(links.size() + " units, " + faults + " faults\n");
        System.out.print(out);
        System.exit(faults > 0 ? 1 : 0);
    }
}
