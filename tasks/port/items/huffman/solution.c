#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST @LONGEST@
#define LINE @LINE@
#define FRONT @FRONT@
#define SALT @SALT@
#define CAPACITY (1 << 20)

static const char signs[] = "@SIGNS@";
static unsigned char input[CAPACITY], output[CAPACITY], bits[CAPACITY * 6], list[256];
static int size_of[256], code_of[256], input_size, bit_count, at;

static void fail(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    printf("damaged: ");
    vprintf(format, values);
    printf("\n");
    exit(1);
}

static unsigned char move_to_front(int place)
{
    unsigned char byte = list[place];
    memmove(list + 1, list, (size_t)place);
    return list[0] = byte;
}

struct node { long count; int lowest; unsigned char holds[256]; };

static int before(const struct node *a, const struct node *b)
{
    if (a->count != b->count) return a->count < b->count;
    return strcmp("@TIE@", "low") == 0 ? a->lowest < b->lowest : a->lowest > b->lowest;
}

static void make_lengths(long *counts)
{
    static struct node nodes[256];
    for (;;) {
        int used = 0, most = 0;
        memset(size_of, 0, sizeof size_of);
        for (int s = 0; s < 256; s++) {
            if (!counts[s]) continue;
            memset(&nodes[used], 0, sizeof *nodes);
            nodes[used].count = counts[s];
            nodes[used].lowest = s;
            nodes[used++].holds[s] = 1;
        }
        if (used == 1) size_of[nodes[0].lowest] = 1;
        while (used > 1) {
            struct node first;
            int best = 0;
            for (int i = 1; i < used; i++)
                if (before(&nodes[i], &nodes[best])) best = i;
            first = nodes[best];
            nodes[best] = nodes[--used];
            best = 0;
            for (int i = 1; i < used; i++)
                if (before(&nodes[i], &nodes[best])) best = i;
            nodes[best].count += first.count;
            if (first.lowest < nodes[best].lowest) nodes[best].lowest = first.lowest;
            for (int s = 0; s < 256; s++) {
                nodes[best].holds[s] |= first.holds[s];
                size_of[s] += nodes[best].holds[s];
            }
        }
        for (int s = 0; s < 256; s++)
            if (size_of[s] > most) most = size_of[s];
        if (most <= LONGEST) return;
        for (int s = 0; s < 256; s++)
            if (counts[s]) counts[s] = counts[s] / 2 + 1;
    }
}

/* Sets the codes; returns how many of the full length are left over. */
static int make_codes(void)
{
    int next = 0, left = 1 << LONGEST;
    for (int size = 1; size <= LONGEST; size++) {
        next <<= 1;
        for (int s = 0; s < 256; s++) {
            if (size_of[s] != size) continue;
            code_of[s] = next++;
            left -= 1 << (LONGEST - size);
        }
    }
    return left;
}

static int check(const unsigned char *data, int size)
{
    int sum = SALT;
    for (int i = 0; i < size; i++) sum = (sum * 31 + data[i]) % 4096;
    return sum;
}

static void put(int value, int size)
{
    while (size-- > 0) bits[bit_count++] = value >> size & 1;
}

static void pack(void)
{
    static int symbols[CAPACITY];
    static long counts[256];
    int codes = 0;
    for (int i = 0; i < input_size; i++) {
        int place = (int)((unsigned char *)memchr(list, input[i], 256) - list);
        move_to_front(place);
        symbols[i] = FRONT ? place : input[i];
        counts[symbols[i]]++;
    }
    make_lengths(counts);
    make_codes();
    for (int s = 0; s < 256; s++) codes += size_of[s] > 0;
    put(input_size, 16);
    put(codes, 9);
    for (int s = 0; s < 256; s++)
        if (size_of[s]) {
            put(s, 8);
            put(size_of[s], 4);
        }
    for (int i = 0; i < input_size; i++) put(code_of[symbols[i]], size_of[symbols[i]]);
    put(check(input, input_size), 12);
    while (bit_count % 6) put(0, 1);
    for (int i = 0; i < bit_count; i += 6) {
        int value = 0;
        for (int k = 0; k < 6; k++) value = value << 1 | bits[i + k];
        if (i && i / 6 % LINE == 0) putchar('\n');
        putchar(signs[value]);
    }
    putchar('\n');
}

static int get(int size)
{
    int value = 0;
    if (at + size > bit_count) fail("ends after %d bits", bit_count);
    while (size-- > 0) value = value << 1 | bits[at++];
    return value;
}

static void unpack(void)
{
    for (int i = 0; i < input_size; i++) {
        if (input[i] == '\n') continue;
        const char *found = input[i] ? strchr(signs, input[i]) : NULL;
        if (!found) fail("sign %d at %d", input[i], i + 1);
        put((int)(found - signs), 6);
    }
    int length = get(16), count = get(9), last = -1;
    if (count > 256 || (count == 0) != (length == 0)) fail("%d codes for %d bytes", count, length);
    for (int i = 0; i < count; i++) {
        int symbol = get(8), size = get(4);
        if (symbol <= last || size < 1 || size > LONGEST) fail("code %d: symbol %d, size %d", i + 1, symbol, size);
        size_of[symbol] = size;
        last = symbol;
    }
    int left = make_codes();
    if (left < 0 || (left > 0 && count > 1)) fail("codes leave %d", left);
    for (int i = 0; i < length; i++) {
        int value = 0, size = 0, found = -1;
        while (found < 0) {
            value = value << 1 | get(1);
            size++;
            for (int s = 0; s < 256; s++)
                if (size_of[s] == size && code_of[s] == value) found = s;
            if (size > LONGEST) fail("no code at bit %d", at);
        }
        output[i] = FRONT ? move_to_front(found) : (unsigned char)found;
    }
    int stated = get(12), sum = check(output, length);
    if (stated != sum) fail("check %d, stated %d", sum, stated);
    if (bit_count - at >= 6) fail("%d bits left over", bit_count - at);
    for (; at < bit_count; at++)
        if (bits[at]) fail("bit %d is set", at);
    printf("%d bytes, %d codes\n", length, count);
    fwrite(output, 1, (size_t)length, stdout);
}

int main(int argc, char **argv)
{
    const char *way = argc > 1 ? argv[1] : "";
    input_size = (int)fread(input, 1, sizeof input, stdin);
    for (int i = 0; i < 256; i++) list[i] = (unsigned char)i;
    if (strcmp(way, "@N_PACK@") == 0) return pack(), 0;
    if (strcmp(way, "@N_UNPACK@") == 0) return unpack(), 0;
    printf("'%s'? @N_PACK@ or @N_UNPACK@\n", way);
    return 2;
}
