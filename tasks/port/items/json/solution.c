#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ASSIGN "@ASSIGN@"
#define COMMENT "@COMMENT@"
#define SEPARATOR "@SEPARATOR@"
#define INDENT @INDENT@
#define WIDTH @WIDTH@
#define DEEPEST @DEEPEST@

enum kind { WORD, NUMBER, STRING, LIST, MAP };

struct value {
    enum kind kind;
    char *text; /* of a word, a number, a string */
    int length; /* of a string; members otherwise */
    struct value **members;
    struct value **keys;
};

static char *text;
static int size, at;

static void *must(void *memory) { return memory ? memory : (exit(70), NULL); }

static void fail(int where, const char *format, ...)
{
    int line = 1, column = 1;
    va_list values;
    for (int i = 0; i < where; i++) column = text[i] == '\n' ? (line++, 1) : column + 1;
    printf("%d:%d: ", line, column);
    va_start(values, format);
    vprintf(format, values);
    printf("\n");
    exit(2);
}

static const char *found(void)
{
    static char out[32];
    if (at >= size) return "the end";
    sprintf(out, text[at] > ' ' && text[at] < 0x7f ? "'%c'" : "byte %d", (unsigned char)text[at]);
    return out;
}

static int starts(const char *with) { return strncmp(text + at, with, strlen(with)) == 0; }

static void skip(void)
{
    for (;;) {
        while (at < size && strchr(" \t\r\n", text[at]) && text[at]) at++;
        if (!starts(COMMENT)) return;
        while (at < size && text[at] != '\n') at++;
    }
}

static struct value *make(enum kind kind, const char *content, int length)
{
    struct value *v = must(calloc(1, sizeof *v));
    v->kind = kind;
    v->length = length;
    if (content) {
        v->text = must(calloc(1, (size_t)length + 1));
        memcpy(v->text, content, (size_t)length);
    }
    return v;
}

static void add(struct value *v, struct value *key, struct value *member)
{
    v->members = must(realloc(v->members, sizeof(void *) * (size_t)(v->length + 1)));
    v->keys = must(realloc(v->keys, sizeof(void *) * (size_t)(v->length + 1)));
    v->keys[v->length] = key;
    v->members[v->length++] = member;
}

static int hex(char c) { return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10 : -1; }

static struct value *string(void)
{
    char quote = text[at], *out = must(malloc((size_t)size + 1));
    int start = at, length = 0;
    for (at++; at >= size || text[at] != quote; at++) {
        if (at >= size || text[at] == '\n') fail(start, "string is not closed");
        if (text[at] != '\\') {
            out[length++] = text[at];
            continue;
        }
        at++;
        char c = at < size ? text[at] : '\0';
        if (c == 'n')
            out[length++] = '\n';
        else if (c == 't')
            out[length++] = '\t';
        else if (c && strchr("\\/'\"", c))
            out[length++] = c;
        else if (c == 'x' && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0) {
            out[length++] = (char)(hex(text[at + 1]) * 16 + hex(text[at + 2]));
            at += 2;
        } else
            fail(at - 1, "bad escape");
    }
    at++;
    return make(STRING, out, length);
}

static int digit(int i) { return isdigit((unsigned char)text[i]); }

static struct value *number(void)
{
    int start = at, minus = text[at] == '-', power = 0, length = 0;
    char *digits = must(malloc((size_t)size + 64)), *out;
    at += minus;
    if (!digit(at)) fail(start, "not a number");
    while (digit(at) || (text[at] == SEPARATOR[0] && digit(at + 1) && length)) {
        if (digit(at)) digits[length++] = text[at];
        at++;
    }
    int whole = length, leading = length > 1 && digits[0] == '0';
    if (text[at] == '.' && digit(at + 1))
        for (at++; digit(at); at++) digits[length++] = text[at];
    power = whole - length;
    if (text[at] == 'e' && (digit(at + 1) || (text[at + 1] == '-' && digit(at + 2)))) {
        int sign = text[at + 1] == '-' ? -1 : 1, exponent = 0;
        at += sign < 0 ? 2 : 1;
        for (int i = 0; i < 2 && digit(at); i++) exponent = exponent * 10 + (text[at++] - '0');
        power += sign * exponent;
    }
    if (isalnum((unsigned char)text[at]) || (text[at] && strchr("_.'", text[at]))) fail(start, "not a number");
    if (leading) fail(start, "leading zero");
    while (length > 0 && digits[length - 1] == '0') length--, power++;
    while (length > 0 && digits[0] == '0') digits++, length--;
    if (length == 0) return make(NUMBER, "0", 1);
    out = must(malloc((size_t)size + 64));
    int used = minus ? sprintf(out, "-") : 0;
    if (power >= 0 && length + power <= 12) {
        used += sprintf(out + used, "%.*s", length, digits);
        while (power-- > 0) out[used++] = '0';
    } else if (power < 0 && power >= -8) {
        int before = length + power;
        if (before <= 0) {
            used += sprintf(out + used, "0.");
            for (int i = before; i < 0; i++) out[used++] = '0';
            used += sprintf(out + used, "%.*s", length, digits);
        } else
            used += sprintf(out + used, "%.*s.%.*s", before, digits, -power, digits + before);
    } else
        used += sprintf(out + used, "%.*se%d", length, digits, power);
    return make(NUMBER, out, used);
}

static int word(const char *s)
{
    int n = 0;
    if (!isalpha((unsigned char)s[0]) && s[0] != '_') return 0;
    while (isalnum((unsigned char)s[n]) || s[n] == '_') n++;
    return n;
}

static int same(const char *s, int length, const char *name) { return (int)strlen(name) == length && memcmp(s, name, (size_t)length) == 0; }

static int known(const char *s, int length) { return same(s, length, "@YES@") || same(s, length, "@NO@") || same(s, length, "@NOTHING@"); }

static struct value *parse(int depth);

/* By bytes; a text that another begins with comes first. */
static int order(const struct value *a, const struct value *b)
{
    int shorter = a->length < b->length ? a->length : b->length;
    int by = memcmp(a->text, b->text, (size_t)shorter);
    return by ? by : a->length - b->length;
}

static struct value *parts(int depth, enum kind kind)
{
    char close = kind == LIST ? ']' : '}';
    int start = at++;
    struct value *out = make(kind, NULL, 0);
    for (;;) {
        struct value *key = NULL;
        skip();
        if (text[at] == close) break;
        if (at >= size) fail(start, "'%c' is not closed", text[start]);
        if (kind == MAP) {
            int n = word(text + at);
            if (text[at] == '"' || text[at] == '\'')
                key = string();
            else if (n) {
                key = make(STRING, text + at, n);
                at += n;
            } else
                fail(at, "expected a key, found %s", found());
            skip();
            if (!starts(ASSIGN)) fail(at, "expected '%s', found %s", ASSIGN, found());
            at += (int)strlen(ASSIGN);
        }
        struct value *member = parse(depth);
        int old = 0;
        while (key && old < out->length && order(out->keys[old], key) != 0) old++;
        if (!key || old == out->length)
            add(out, key, member);
        else if (strcmp("@REPEAT@", "last") == 0)
            out->members[old] = member;
        skip();
        if (text[at] == close) break;
        if (text[at] != ',') fail(at, "expected ',' or '%c', found %s", close, found());
        at++;
    }
    at++;
    return out;
}

static struct value *parse(int depth)
{
    skip();
    char c = text[at];
    if (c == '[' || c == '{') {
        if (depth == DEEPEST) fail(at, "deeper than %d", DEEPEST);
        return parts(depth + 1, c == '[' ? LIST : MAP);
    }
    if (c == '"' || c == '\'') return string();
    if (c == '-' || isdigit((unsigned char)c)) return number();
    int n = word(text + at);
    if (!n) fail(at, "expected a value, found %s", found());
    if (!known(text + at, n)) fail(at, "unknown word %.*s", n, text + at);
    at += n;
    return make(WORD, text + at - n, n);
}

struct buffer { char *text; int length, capacity; };

static void put(struct buffer *b, const char *s, int length)
{
    if (b->length + length + 1 > b->capacity) b->text = must(realloc(b->text, (size_t)(b->capacity = 2 * (b->length + length + 64))));
    memcpy(b->text + b->length, s, (size_t)length);
    b->length += length;
}

static void puts_to(struct buffer *b, const char *s) { put(b, s, (int)strlen(s)); }

static void quoted(struct buffer *b, const struct value *v)
{
    char escape[8];
    put(b, "\"", 1);
    for (int i = 0; i < v->length; i++) {
        unsigned char c = (unsigned char)v->text[i];
        if (c == '\n')
            puts_to(b, "\\n");
        else if (c == '\t')
            puts_to(b, "\\t");
        else if (c == '"' || c == '\\')
            put(b, escape, sprintf(escape, "\\%c", c));
        else if (c < ' ' || c > '~')
            put(b, escape, sprintf(escape, "\\x%02x", c));
        else
            put(b, (char *)&c, 1);
    }
    put(b, "\"", 1);
}

static void label(struct buffer *b, const struct value *key)
{
    if (!key) return;
    if (key->length && word(key->text) == key->length && !known(key->text, key->length))
        put(b, key->text, key->length);
    else
        quoted(b, key);
    puts_to(b, ASSIGN " ");
}

/* Without `broken`, everything on one line. */
static void show(struct buffer *b, const struct value *v, int indent, int taken, int broken)
{
    if (v->kind == STRING) {
        quoted(b, v);
        return;
    }
    if (v->kind < STRING) {
        put(b, v->text, v->length);
        return;
    }
    const char *brackets = v->kind == LIST ? "[]" : "{}";
    if (broken && v->length) {
        struct buffer flat = {0};
        show(&flat, v, 0, 0, 0);
        if (flat.length + indent + taken <= WIDTH) broken = 0;
    }
    put(b, brackets, 1);
    for (int i = 0; i < v->length; i++) {
        int inner = indent + INDENT;
        if (broken && v->length) {
            puts_to(b, i ? ",\n" : "\n");
            for (int k = 0; k < inner; k++) put(b, " ", 1);
        } else if (i)
            puts_to(b, ", ");
        int before = b->length;
        label(b, v->keys[i]);
        show(b, v->members[i], inner, b->length - before + 1, broken);
    }
    if (broken && v->length) {
        put(b, "\n", 1);
        for (int k = 0; k < indent; k++) put(b, " ", 1);
    }
    put(b, brackets + 1, 1);
}

static void sort(struct value *v)
{
    for (int i = 0; v->kind >= LIST && i < v->length; i++) {
        sort(v->members[i]);
        for (int k = i; v->kind == MAP && k > 0 && order(v->keys[k - 1], v->keys[k]) > 0; k--) {
            struct value *key = v->keys[k], *member = v->members[k];
            v->keys[k] = v->keys[k - 1];
            v->members[k] = v->members[k - 1];
            v->keys[k - 1] = key;
            v->members[k - 1] = member;
        }
    }
}

/* The length of an index step such as [-12], 0 where there is none. */
static int index_step(const char *s, int *value)
{
    int n = 1, digits = 0;
    if (s[0] != '[') return 0;
    n += s[n] == '-';
    while (isdigit((unsigned char)s[n])) n++, digits++;
    if (digits < 1 || digits > 4 || s[n] != ']') return 0;
    *value = atoi(s + 1);
    return n + 1;
}

static int well_formed(const char *path)
{
    int n = word(path), ignored;
    if (!n && path[0] != '[') return 0;
    for (path += n; *path; path += n) {
        n = path[0] == '.' ? word(path + 1) : index_step(path, &ignored);
        if (!n) return 0;
        n += path[0] == '.';
    }
    return 1;
}

static int follow(struct value *v, const char *path)
{
    if (!well_formed(path)) return printf("bad path '%s'\n", path), 3;
    for (const char *step = path; *step;) {
        int index, n = index_step(step, &index);
        if (n) {
            if (v->kind != LIST) return printf("%s: no list at [%d]\n", path, index), 3;
            int real = index < 0 ? v->length + index : index;
            if (real < 0 || real >= v->length) return printf("%s: %d members, no [%d]\n", path, v->length, index), 3;
            v = v->members[real];
        } else {
            step += *step == '.';
            n = word(step);
            if (v->kind != MAP) return printf("%s: no map at %.*s\n", path, n, step), 3;
            int i = 0;
            while (i < v->length && !(v->keys[i]->length == n && memcmp(v->keys[i]->text, step, (size_t)n) == 0)) i++;
            if (i == v->length) return printf("%s: no %.*s\n", path, n, step), 3;
            v = v->members[i];
        }
        step += n;
    }
    struct buffer b = {0};
    show(&b, v, 0, 0, 1);
    printf("%.*s\n", b.length, b.text);
    return 0;
}

int main(int argc, char **argv)
{
    text = must(calloc(1, 1 << 20));
    size = (int)fread(text, 1, (1 << 20) - 16, stdin);
    struct value *document = parse(0);
    skip();
    if (at < size) fail(at, "expected the end, found %s", found());
    sort(document);
    if (argc == 1) {
        struct buffer b = {0};
        show(&b, document, 0, 0, 1);
        printf("%.*s\n", b.length, b.text);
    }
    int code = 0;
    for (int i = 1; i < argc; i++)
        if (follow(document, argv[i])) code = 3;
    return code;
}
