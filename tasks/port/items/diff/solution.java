import java.util.*;

public class Main {
    static final char MINUS = '@MINUS@', PLUS = '@PLUS@', SAME = '@SAME@';
    static final boolean BY_LENGTH = "@WEIGHT@".equals("length"), NEW_FIRST = "@FIRST@".equals("new");

    static class Edit {
        final char kind;
        final int old, fresh;
        int moved;

        Edit(char kind, int old, int fresh) {
            this.kind = kind;
            this.old = old;
            this.fresh = fresh;
        }
    }

    static final StringBuilder out = new StringBuilder();

    static void finish(int code) {
        System.out.print(out);
        System.out.flush();
        System.exit(code);
    }

    static List<int[]> matches(List<String> old, List<String> fresh) {
        int n = old.size(), m = fresh.size();
        int[][] weight = new int[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--)
            for (int j = m - 1; j >= 0; j--) {
                weight[i][j] = Math.max(weight[i + 1][j], weight[i][j + 1]);
                if (old.get(i).equals(fresh.get(j)))
                    weight[i][j] = Math.max(weight[i][j], 1 + (BY_LENGTH ? old.get(i).length() : 0) + weight[i + 1][j + 1]);
            }
        List<int[]> pairs = new ArrayList<>();
        int i = 0, j = 0;
        while (i < n && j < m) {
            boolean skipOld = weight[i + 1][j] == weight[i][j], skipNew = weight[i][j + 1] == weight[i][j];
            if (skipNew && (NEW_FIRST || !skipOld)) j++;
            else if (skipOld) i++;
            else pairs.add(new int[] {i++, j++});
        }
        pairs.add(new int[] {n, m});
        return pairs;
    }

    static String key(String line, boolean keepCase, boolean keepBlank) {
        if (!keepBlank) line = line.replaceAll("^ +| +$", "").replaceAll(" +", " ");
        return keepCase ? line : line.toLowerCase(Locale.ROOT);
    }

    public static void main(String[] args) throws Exception {
        boolean keepCase = true, keepBlank = true;
        int context = @CONTEXT@;
        for (String arg : args) {
            if (arg.equals("@N_CASE@")) keepCase = false;
            else if (arg.equals("@N_BLANK@")) keepBlank = false;
            else if (arg.matches("context=[0-9]")) context = arg.charAt(8) - '0';
            else {
                out.append("unknown option: " + arg + "\n");
                finish(2);
            }
        }
        List<String> lines = new ArrayList<>(List.of(new String(System.in.readAllBytes(), "UTF-8").split("\n", -1)));
        lines.remove(lines.size() - 1);
        int separators = Collections.frequency(lines, "@SEPARATOR@");
        if (separators != 1) {
            out.append(separators + " separators\n");
            finish(3);
        }
        int at = lines.indexOf("@SEPARATOR@");
        List<String> old = lines.subList(0, at), fresh = lines.subList(at + 1, lines.size());
        List<String> oldKeys = new ArrayList<>(), freshKeys = new ArrayList<>();
        for (String line : old) oldKeys.add(key(line, keepCase, keepBlank));
        for (String line : fresh) freshKeys.add(key(line, keepCase, keepBlank));

        List<Edit> script = new ArrayList<>();
        int i = 0, j = 0;
        for (int[] pair : matches(oldKeys, freshKeys)) {
            for (int k = i; k < pair[0]; k++) script.add(new Edit(MINUS, k, j));
            for (int k = j; k < pair[1]; k++) script.add(new Edit(PLUS, pair[0], k));
            if (pair[0] < old.size()) script.add(new Edit(SAME, pair[0], pair[1]));
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        int removed = 0, added = 0, moved = 0;
        for (Edit edit : script) {
            if (edit.kind != MINUS || oldKeys.get(edit.old).replace(" ", "").isEmpty()) continue;
            for (Edit other : script) {
                if (other.kind != PLUS || other.moved > 0 || !freshKeys.get(other.fresh).equals(oldKeys.get(edit.old))) continue;
                edit.moved = other.fresh + 1;
                other.moved = edit.old + 1;
                break;
            }
        }
        List<int[]> hunks = new ArrayList<>();
        for (int n = 0; n < script.size(); n++) {
            Edit edit = script.get(n);
            if (edit.kind == SAME) continue;
            if (edit.kind == MINUS && edit.moved > 0) moved++;
            else if (edit.kind == MINUS) removed++;
            else if (edit.moved == 0) added++;
            if (!hunks.isEmpty() && n - hunks.get(hunks.size() - 1)[1] <= 2 * context + 1) hunks.get(hunks.size() - 1)[1] = n;
            else hunks.add(new int[] {n, n});
        }
        if (hunks.isEmpty()) {
            out.append("equal, " + old.size() + " lines\n");
            finish(0);
        }
        for (int[] hunk : hunks) {
            List<Edit> part = script.subList(Math.max(0, hunk[0] - context), Math.min(script.size(), hunk[1] + context + 1));
            long before = part.stream().filter(e -> e.kind != PLUS).count(), after = part.stream().filter(e -> e.kind != MINUS).count();
            out.append("[" + (part.get(0).old + 1) + "," + before + " " + (part.get(0).fresh + 1) + "," + after + "]\n");
            for (Edit edit : part) {
                String text = edit.kind == PLUS ? fresh.get(edit.fresh) : old.get(edit.old);
                out.append(edit.moved > 0 ? "@MOVED@" + edit.kind + edit.moved : "" + edit.kind).append(" ").append(text).append("\n");
            }
        }
        out.append(removed + " removed, " + added + " added, " + moved + " moved\n");
        finish(1);
    }
}
