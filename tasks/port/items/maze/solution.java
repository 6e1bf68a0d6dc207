import java.util.*;

public class Main {
    static final int SIDE = 64, KEYS = 16, MUD_COST = @MUD_COST@, PORTAL_COST = @PORTAL_COST@, KEY_COST = @KEY_COST@;
    static final char WALL = '@WALL@', FLOOR = '@FLOOR@', MUD = '@MUD@', START = '@START@', GOAL = '@GOAL@', TRAIL = '@TRAIL@';
    static final String WAYS = "NESW", ARROWS = "^>v<", ORDER = "@ORDER@";
    static final int[] DX = {0, 1, 0, -1}, DY = {-1, 0, 1, 0};

    static final StringBuilder out = new StringBuilder();
    static char[] cells;
    static int width, height;
    static int[] cost, from;
    static boolean[] settled;
    static char[] move;

    static void finish(int code) {
        System.out.print(out);
        System.out.flush();
        System.exit(code);
    }

    static void fail(String text, int row) {
        out.append((row > 0 ? "row " + row + ": " : "") + text + "\n");
        finish(2);
    }

    static int find(char sign, int but) {
        for (int at = 0; at < cells.length; at++) if (at != but && cells[at] == sign) return at;
        return -1;
    }

    static int count(char sign) {
        int n = 0;
        for (char c : cells) if (c == sign) n++;
        return n;
    }

    static void read() throws Exception {
        String[] lines = new String(System.in.readAllBytes(), "UTF-8").split("\n", -1);
        StringBuilder all = new StringBuilder();
        String known = "" + WALL + FLOOR + MUD + START + GOAL + "<>^v0123456789abcdABCD";
        for (int y = 0; y < lines.length - 1; y++) {
            String line = lines[y];
            if (y == 0) width = line.length();
            if (y == SIDE || line.length() > SIDE) fail("too large", 0);
            if (line.length() != width || width == 0) fail("bad length", y + 1);
            for (char c : line.toCharArray()) if (known.indexOf(c) < 0) fail("unknown sign", y + 1);
            all.append(line);
            height++;
        }
        if (height == 0) fail("no maze", 0);
        cells = all.toString().toCharArray();
        if (count(START) != 1) fail("one start needed", 0);
        if (count(GOAL) != 1) fail("one goal needed", 0);
        for (char c = '0'; c <= '9'; c++) if (count(c) != 0 && count(c) != 2) fail("portals come in pairs", 0);
    }

    static boolean allowed(int x, int y, int way, int keys) {
        if (x < 0 || y < 0 || x >= width || y >= height) return false;
        char cell = cells[y * width + x];
        if (cell == WALL) return false;
        if (cell >= 'A' && cell <= 'D') return (keys >> (cell - 'A') & 1) == 1;
        int arrow = ARROWS.indexOf(cell);
        return arrow < 0 || arrow != (way + 2) % 4;
    }

    static void relax(int state, int at, int price, char how) {
        int keys = state % KEYS;
        char cell = cells[at];
        if (cell >= 'a' && cell <= 'd' && (keys >> (cell - 'a') & 1) == 0) {
            keys |= 1 << (cell - 'a');
            price += KEY_COST;
        }
        int next = at * KEYS + keys;
        if (!settled[next] && cost[state] + price < cost[next]) {
            cost[next] = cost[state] + price;
            from[next] = state;
            move[next] = how;
        }
    }

    public static void main(String[] args) throws Exception {
        read();
        int states = cells.length * KEYS, start = find(START, -1), goal = find(GOAL, -1), looked = 0, end = -1;
        cost = new int[states];
        from = new int[states];
        settled = new boolean[states];
        move = new char[states];
        Arrays.fill(cost, Integer.MAX_VALUE);
        cost[start * KEYS] = 0;
        from[start * KEYS] = -1;
        while (end < 0) {
            int state = -1;
            for (int i = 0; i < states; i++)
                if (!settled[i] && cost[i] < Integer.MAX_VALUE && (state < 0 || cost[i] < cost[state])) state = i;
            if (state < 0) {
                out.append("no way, " + looked + " states\n");
                finish(1);
            }
            settled[state] = true;
            looked++;
            int at = state / KEYS, x = at % width, y = at / width;
            if (at == goal) {
                end = state;
                break;
            }
            int arrow = ARROWS.indexOf(cells[at]);
            for (char way : ORDER.toCharArray()) {
                int k = WAYS.indexOf(way), nx = x + DX[k], ny = y + DY[k];
                if (arrow >= 0 && arrow != k || !allowed(nx, ny, k, state % KEYS)) continue;
                relax(state, ny * width + nx, cells[ny * width + nx] == MUD ? MUD_COST : 1, way);
            }
            if (Character.isDigit(cells[at])) relax(state, find(cells[at], at), PORTAL_COST, cells[at]);
        }
        StringBuilder path = new StringBuilder();
        for (int s = end; from[s] >= 0; s = from[s]) {
            path.insert(0, move[s]);
            if (cells[s / KEYS] == FLOOR || cells[s / KEYS] == MUD) cells[s / KEYS] = TRAIL;
        }
        for (int y = 0; y < height; y++) out.append(cells, y * width, width).append('\n');
        out.append("cost " + cost[end] + ", " + path.length() + " steps, " + looked + " states: ");
        for (int i = 0; i < path.length(); ) {
            int j = i;
            while (j < path.length() && path.charAt(j) == path.charAt(i)) j++;
            boolean step = WAYS.indexOf(path.charAt(i)) >= 0;
            if (!step) j = i + 1;
            out.append(!step ? "*" : j - i > 1 ? "" + (j - i) : "").append(path.charAt(i));
            i = j;
        }
        out.append("\nkeys:");
        for (int k = 0; k < 4; k++) if ((end % KEYS >> k & 1) == 1) out.append(" " + (char) ('a' + k));
        out.append("\n");
        finish(0);
    }
}
