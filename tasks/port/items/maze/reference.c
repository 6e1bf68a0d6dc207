#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIDE 64
#define KEYS 16 /* sets of four keys */
#define MUD_COST @MUD_COST@ /* to enter mud; floor costs 1 */
#define PORTAL_COST @PORTAL_COST@ /* to use a portal */
#define KEY_COST @KEY_COST@ /* to enter a place with a key that one lacks, on top */

static char rows[SIDE][SIDE + 2];
static int width, height;
static int cost[SIDE * SIDE * KEYS], from[SIDE * SIDE * KEYS];
static char settled[SIDE * SIDE * KEYS], move[SIDE * SIDE * KEYS];

static void fail(const char *text, int row)
{
    if (row) printf("row %d: ", row);
    puts(text);
    exit(2);
}

static int count(char sign)
{
    int n = 0;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) n += rows[y][x] == sign;
    return n;
}

static int find(char sign, int but)
{
    for (int at = 0; at < width * height; at++)
        if (at != but && rows[at / width][at % width] == sign) return at;
    return -1;
}

static void read_maze(void)
{
    char line[300];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        int length = (int)strlen(line);
        if (height == 0) width = length;
        if (height == SIDE || length > SIDE) fail("too large", 0);
        if (length != width || length == 0) fail("bad length", height + 1);
        for (int x = 0; x < length; x++)
            if (!strchr("@WALL@@FLOOR@@MUD@@START@@GOAL@<>^v0123456789abcdABCD", line[x])) fail("unknown sign", height + 1);
        strcpy(rows[height++], line);
    }
    if (height == 0) fail("no maze", 0);
    if (count('@START@') != 1) fail("one start needed", 0);
    if (count('@GOAL@') != 1) fail("one goal needed", 0);
    for (char c = '0'; c <= '9'; c++)
        if (count(c) != 0 && count(c) != 2) fail("portals come in pairs", 0);
}

/* Whether a step may be made at all: arrows are left, and entered, only the way they point, but never against it. */
static int allowed(int x, int y, char direction, int keys)
{
    static const char ways[] = "NESW", arrows[] = "^>v<";
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    char cell = rows[y][x];
    if (cell == '@WALL@') return 0;
    if (cell >= 'A' && cell <= 'D') return keys >> (cell - 'A') & 1;
    const char *arrow = strchr(arrows, cell);
    return !arrow || ways[arrow - arrows] != ways[(strchr(ways, direction) - ways + 2) % 4];
}

static void relax(int state, int x, int y, int price, char how)
{
    int keys = state % KEYS;
    char cell = rows[y][x];
    if (cell >= 'a' && cell <= 'd' && !(keys >> (cell - 'a') & 1)) {
        keys |= 1 << (cell - 'a');
        price += KEY_COST;
    }
    int next = (y * width + x) * KEYS + keys;
    if (!settled[next] && cost[state] + price < cost[next]) {
        cost[next] = cost[state] + price;
        from[next] = state;
        move[next] = how;
    }
}

int main(void)
{
    static const char order[] = "@ORDER@", ways[] = "NESW", arrows[] = "^>v<";
    static const int dx[] = {0, 1, 0, -1}, dy[] = {-1, 0, 1, 0};
    read_maze();
    int states = width * height * KEYS, start = find('@START@', -1), goal = find('@GOAL@', -1), looked = 0, end = -1;
    for (int i = 0; i < states; i++) cost[i] = INT_MAX;
    cost[start * KEYS] = 0;
    from[start * KEYS] = -1;
    for (;;) {
        /* Of equally cheap states the one with the lowest number is next. */
        int state = -1;
        for (int i = 0; i < states; i++)
            if (!settled[i] && cost[i] < INT_MAX && (state < 0 || cost[i] < cost[state])) state = i;
        if (state < 0) break;
        settled[state] = 1;
        looked++;
        int at = state / KEYS, x = at % width, y = at / width;
        if (at == goal) {
            end = state;
            break;
        }
        char cell = rows[y][x];
        const char *arrow = strchr(arrows, cell);
        for (const char *way = order; *way; way++) {
            int k = (int)(strchr(ways, *way) - ways);
            if (arrow && arrows[k] != *arrow) continue;
            if (!allowed(x + dx[k], y + dy[k], *way, state % KEYS)) continue;
            relax(state, x + dx[k], y + dy[k], rows[y + dy[k]][x + dx[k]] == '@MUD@' ? MUD_COST : 1, *way);
        }
        if (cell >= '0' && cell <= '9') {
            int other = find(cell, at);
            relax(state, other % width, other / width, PORTAL_COST, cell);
        }
    }
    if (end < 0) {
        printf("no way, %d states\n", looked);
        return 1;
    }
    static char path[SIDE * SIDE * KEYS];
    int steps = 0;
    for (int s = end; from[s] >= 0; s = from[s]) {
        path[steps++] = move[s];
        int at = s / KEYS;
        char *cell = &rows[at / width][at % width];
        if (*cell == '@FLOOR@' || *cell == '@MUD@') *cell = '@TRAIL@';
    }
    for (int y = 0; y < height; y++) puts(rows[y]);
    printf("cost %d, %d steps, %d states: ", cost[end], steps, looked);
    /* Runs of one direction are counted. */
    for (int i = steps - 1; i >= 0;) {
        int j = i;
        while (j >= 0 && path[j] == path[i]) j--;
        if (i - j > 1 && strchr(ways, path[i])) {
            printf("%d%c", i - j, path[i]);
            i = j;
        } else {
            printf("%s%c", strchr(ways, path[i]) ? "" : "*", path[i]);
            i--;
        }
    }
    printf("\nkeys:");
    for (int k = 0; k < 4; k++)
        if (end % KEYS >> k & 1) printf(" %c", 'a' + k);
    printf("\n");
    return 0;
}
