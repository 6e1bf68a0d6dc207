#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BASE @BASE@
#define GROUP @GROUP@
#define MARK '@MARK@'
#define LIMIT @LIMIT@
#define EUCLID @EUCLID@
#define WORDS 1024 /* of 32 bits: a product of two numbers at the limit fits */

/* Magnitude with the lowest word first, no zero word at the end; zero is never negative. */
struct big { int negative, size; uint32_t words[WORDS]; };

static int word_number;

static void stop(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    printf("word %d: ", word_number);
    vprintf(format, values);
    printf("\n");
    exit(1);
}

static struct big trimmed(struct big a)
{
    while (a.size && a.words[a.size - 1] == 0) a.size--;
    if (!a.size) a.negative = 0;
    return a;
}

static struct big small(uint32_t value)
{
    struct big a = {0, 1, {value}};
    return trimmed(a);
}

static int bits(const struct big *a)
{
    int n = a->size * 32;
    if (!n) return 0;
    for (uint32_t top = a->words[a->size - 1]; !(top & 0x80000000u); top <<= 1) n--;
    return n;
}

static int magnitude(const struct big *a, const struct big *b)
{
    if (a->size != b->size) return a->size < b->size ? -1 : 1;
    for (int i = a->size - 1; i >= 0; i--)
        if (a->words[i] != b->words[i]) return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

static int compare(const struct big *a, const struct big *b)
{
    if (a->negative != b->negative) return a->negative ? -1 : 1;
    return a->negative ? -magnitude(a, b) : magnitude(a, b);
}

static struct big plus(struct big a, struct big b)
{
    struct big out = {a.negative, 0, {0}};
    if (a.negative == b.negative) {
        uint64_t carry = 0;
        for (int i = 0; i < a.size || i < b.size || carry; i++) {
            carry += (uint64_t)(i < a.size ? a.words[i] : 0) + (i < b.size ? b.words[i] : 0);
            out.words[out.size++] = (uint32_t)carry;
            carry >>= 32;
        }
        return trimmed(out);
    }
    if (magnitude(&a, &b) < 0) return plus(b, a);
    int64_t borrow = 0;
    for (int i = 0; i < a.size; i++) {
        borrow += (int64_t)a.words[i] - (i < b.size ? b.words[i] : 0);
        out.words[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    out.size = a.size;
    return trimmed(out);
}

static struct big negated(struct big a)
{
    a.negative = a.size && !a.negative;
    return a;
}

static struct big times(struct big a, struct big b)
{
    struct big out = {a.negative != b.negative, a.size + b.size, {0}};
    for (int i = 0; i < a.size; i++) {
        uint64_t carry = 0;
        for (int k = 0; k < b.size || carry; k++) {
            carry += out.words[i + k] + (uint64_t)a.words[i] * (k < b.size ? b.words[k] : 0);
            out.words[i + k] = (uint32_t)carry;
            carry >>= 32;
        }
    }
    return trimmed(out);
}

/* Divides the magnitude in place, returns the rest. */
static uint32_t divide_small(struct big *a, uint32_t by)
{
    uint64_t rest = 0;
    for (int i = a->size - 1; i >= 0; i--) {
        rest = rest << 32 | a->words[i];
        a->words[i] = (uint32_t)(rest / by);
        rest %= by;
    }
    *a = trimmed(*a);
    return (uint32_t)rest;
}

/* Magnitudes, bit by bit: at these sizes simple is fast enough. */
static void divide_magnitude(const struct big *a, const struct big *b, struct big *quotient, struct big *rest)
{
    *quotient = (struct big){0, a->size, {0}};
    *rest = small(0);
    for (int i = bits(a) - 1; i >= 0; i--) {
        uint32_t carry = a->words[i / 32] >> i % 32 & 1;
        for (int k = 0; k < rest->size; k++) {
            uint32_t next = rest->words[k] >> 31;
            rest->words[k] = rest->words[k] << 1 | carry;
            carry = next;
        }
        if (carry) rest->words[rest->size++] = carry;
        if (magnitude(rest, b) < 0) continue;
        int64_t borrow = 0;
        for (int k = 0; k < rest->size; k++) {
            borrow += (int64_t)rest->words[k] - (k < b->size ? b->words[k] : 0);
            rest->words[k] = (uint32_t)borrow;
            borrow >>= 32;
        }
        while (rest->size && rest->words[rest->size - 1] == 0) rest->size--;
        quotient->words[i / 32] |= 1u << i % 32;
    }
    *quotient = trimmed(*quotient);
}

static void divide(struct big a, struct big b, struct big *quotient, struct big *rest)
{
    if (!b.size) stop("division by zero");
    divide_magnitude(&a, &b, quotient, rest);
    if (a.negative != b.negative) *quotient = negated(*quotient);
    if (a.negative) *rest = negated(*rest);
    if (EUCLID && rest->negative) {
        struct big positive = b;
        positive.negative = 0;
        *rest = plus(*rest, positive);
        *quotient = plus(*quotient, b.negative ? small(1) : negated(small(1)));
    }
}

static struct big power(struct big a, struct big b)
{
    if (b.negative) stop("negative exponent");
    int unit = a.size == 1 && a.words[0] == 1;
    if (!a.size || unit) {
        if (!b.size) return small(1);
        a.negative = a.negative && (b.words[0] & 1);
        return a;
    }
    if (b.size > 1 || (uint64_t)(bits(&a) - 1) * (b.size ? b.words[0] : 0) >= LIMIT) stop("more than %d bits", LIMIT);
    struct big out = small(1);
    for (uint32_t i = 0; i < (b.size ? b.words[0] : 0); i++) out = times(out, a);
    return out;
}

/* From the highest bit down. */
static struct big root(struct big a)
{
    if (a.negative) stop("root of a negative number");
    struct big out = small(0);
    for (int i = (bits(&a) + 1) / 2; i >= 0; i--) {
        struct big with = out;
        with.words[i / 32] |= 1u << i % 32;
        if (with.size < i / 32 + 1) with.size = i / 32 + 1;
        struct big square = times(with, with);
        if (magnitude(&square, &a) <= 0) out = with;
    }
    return trimmed(out);
}

static struct big common(struct big a, struct big b)
{
    a.negative = b.negative = 0;
    while (b.size) {
        struct big quotient, rest;
        divide_magnitude(&a, &b, &quotient, &rest);
        a = b;
        b = rest;
    }
    return a;
}

static int digits_of(struct big a, uint32_t base, char *out)
{
    int n = 0;
    do out[n++] = "0123456789abcdefghijklmnopqrstuvwxyz"[divide_small(&a, base)];
    while (a.size);
    return n; /* the lowest digit first */
}

static void show(const struct big *a)
{
    static char digits[WORDS * 40];
    const char *sign = a->negative ? "-" : "";
    int ones = 0, n = digits_of(*a, 10, digits);
    printf("%s", sign);
    while (n-- > 0) {
        putchar(digits[n]);
        if (n && n % GROUP == 0) putchar(MARK);
    }
    printf(" = %s", sign);
    for (n = digits_of(*a, BASE, digits); n-- > 0;) putchar(digits[n]);
    for (int i = 0; i < a->size * 32; i++) ones += a->words[i / 32] >> i % 32 & 1;
    printf(" [%d], %d bits, %d ones\n", BASE, bits(a), ones);
}

static int is_integer(const char *s)
{
    if (strcmp(s, "0") == 0) return 1;
    s += *s == '-';
    return *s >= '1' && *s <= '9' && strspn(s, "0123456789") == strlen(s);
}

static struct big parse(const char *s)
{
    int negative = *s == '-';
    struct big out = small(0);
    for (s += negative; *s; s++) {
        uint64_t carry = (uint64_t)(*s - '0');
        for (int i = 0; i < out.size || carry; i++) {
            carry += (uint64_t)(i < out.size ? out.words[i] : 0) * 10;
            out.words[i] = (uint32_t)carry;
            if (i == out.size) out.size++;
            carry >>= 32;
        }
    }
    out.negative = negative;
    return out;
}

int main(void)
{
    static const char *const binary[] = {"@O_ADD@", "@O_SUB@", "@O_MUL@", "@O_DIV@", "@O_MOD@", "@O_POW@", "@O_GCD@", "@O_CMP@", "@O_SWAP@"};
    static const char *const single[] = {"@O_ROOT@", "@O_PRINT@", "@O_DUP@"};
    static struct big stack[2000];
    static char word[20000];
    int depth = 0;
    while (scanf("%19999s", word) == 1) {
        int two = -1, one = -1;
        word_number++;
        if (is_integer(word)) {
            stack[depth++] = parse(word);
        } else {
            for (int i = 0; i < 9; i++)
                if (strcmp(word, binary[i]) == 0) two = i;
            for (int i = 0; i < 3; i++)
                if (strcmp(word, single[i]) == 0) one = i;
            if (two < 0 && one < 0) stop("unknown word %s", word);
            int needed = two >= 0 ? 2 : 1;
            if (depth < needed) stop("%s needs %d, has %d", word, needed, depth);
            struct big *top = &stack[depth - 1], a, b = *top, quotient, rest;
            if (two >= 0) a = stack[depth - 2];
            if (two >= 0 && two < 8) top = &stack[--depth - 1];
            switch (two) {
            case 0: *top = plus(a, b); break;
            case 1: *top = plus(a, negated(b)); break;
            case 2: *top = times(a, b); break;
            case 3: divide(a, b, &quotient, &rest); *top = quotient; break;
            case 4: divide(a, b, &quotient, &rest); *top = rest; break;
            case 5: *top = power(a, b); break;
            case 6: *top = common(a, b); break;
            case 7: *top = small(compare(&a, &b) != 0); top->negative = compare(&a, &b) < 0; break;
            case 8: stack[depth - 1] = a; stack[depth - 2] = b; break;
            }
            if (one == 0) *top = root(*top);
            if (one == 1) show(top);
            if (one == 2) stack[depth++] = b;
        }
        if (bits(&stack[depth - 1]) > LIMIT) stop("more than %d bits", LIMIT);
    }
    printf("%d left\n", depth);
    return 0;
}
