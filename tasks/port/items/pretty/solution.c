#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INDENT @INDENT@
#define WIDTH @WIDTH@
#define DEEPEST @DEEPEST@
#define COMMENT '@COMMENT@'
#define MANY 20000

static const int brace_alone = sizeof "@BRACE@" == sizeof "next" && "@BRACE@"[0] == 'n';
static const int trailing = "@TRAILING@"[0] == 'y', comparison_high = "@HIGH@"[0] == 'c';

struct token { char *text; int line, column, comments_from, comments_to; };
enum kind { LITERAL, NAME, CALL, UNARY, BINARY };
struct node { enum kind kind; struct token *token; int count; struct node **parts; };
enum what { LET, SET, PRINT, RETURN, CALLED, IF, WHILE, FN };
struct block { int count; struct statement **statements; struct token *close; };
struct statement { enum what what; struct token *token; int names; struct token *name[200]; struct node *value; int blocks; struct block block[2]; };

static char input[1 << 20];
static struct token tokens[MANY];
static char *comments[MANY];
static int token_count, comment_count, at;

static void *fresh(size_t size) { return calloc(1, size); }

static void fail(int line, int column, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    printf("%d:%d: ", line, column);
    vprintf(format, values);
    printf("\n");
    exit(2);
}

static char *copy(const char *from, size_t length)
{
    char *out = fresh(length + 1);
    return memcpy(out, from, length);
}

static int among(const char *text, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(text, *list) == 0) return 1;
    return 0;
}

static int is(const struct token *t, const char *text) { return strcmp(t->text, text) == 0; }

static int is_name(const struct token *t)
{
    static const char *const keywords[] = {"@K_LET@", "@K_FN@", "@K_WHILE@", "@K_RETURN@", "@K_PRINT@", "if", "else", NULL};
    return (islower((unsigned char)t->text[0]) || t->text[0] == '_') && !among(t->text, keywords);
}

static int comparison(const char *text)
{
    static const char *const list[] = {"<", "<=", ">", ">=", "==", "!=", NULL};
    return among(text, list);
}

/* Comparisons stand either below sums and products or above them; then sums and products are one level. */
static int precedence(const char *text)
{
    if (strcmp(text, "||") == 0) return 1;
    if (strcmp(text, "&&") == 0) return 2;
    if (comparison(text)) return comparison_high ? 5 : 3;
    if (!text[0] || text[1]) return 0;
    if (strchr("+-", text[0])) return comparison_high ? 3 : 4;
    if (strchr("*/%", text[0])) return comparison_high ? 3 : 5;
    return 0;
}

static void split(void)
{
    static const char *const doubles[] = {"&&", "||", "==", "!=", "<=", ">=", NULL};
    char *start = input, *c = input;
    int line = 1, from_comment = 0;
    for (;;) {
        char *from = c;
        int column = (int)(c - start) + 1;
        if (*c == '\n') {
            line++;
            start = ++c;
            continue;
        }
        if (*c == ' ') {
            c++;
            continue;
        }
        if (*c == COMMENT) {
            char *end = c + strcspn(c, "\n"), *last = end;
            for (c++; c < last && *c <= ' '; c++) {}
            while (last > c && last[-1] <= ' ') last--;
            comments[comment_count++] = copy(c, (size_t)(last - c));
            c = end;
            continue;
        }
        if (isalnum((unsigned char)*c) || *c == '_') {
            int good = 1, number = isdigit((unsigned char)*c);
            for (; isalnum((unsigned char)*c) || *c == '_'; c++)
                if (isupper((unsigned char)*c) || (number && !isdigit((unsigned char)*c))) good = 0;
            if (!good) fail(line, column, "bad word %.*s", (int)(c - from), from);
        } else if (*c == '"') {
            for (c++; *c && *c != '"' && *c != '\n'; c++) {}
            if (*c != '"') fail(line, column, "string is not closed");
            c++;
        } else if (*c) {
            char two[3] = {c[0], c[1], 0};
            if (among(two, doubles))
                c += 2;
            else if (strchr("+-*/%<>!=(){},;", *c))
                c++;
            else
                fail(line, column, "unexpected %c", *c);
        }
        tokens[token_count++] = (struct token){copy(from, (size_t)(c - from)), line, column, from_comment, comment_count};
        from_comment = comment_count;
        if (c == from) return;
    }
}

static struct token *expect(const char *text)
{
    struct token *t = &tokens[at];
    if (text ? !is(t, text) : !is_name(t))
        fail(t->line, t->column, "expected %s, found %s", text ? text : "a name", *t->text ? t->text : "the end");
    at++;
    return t;
}

static int next_is(const char *text) { return is(&tokens[at], text); }

static struct node *make(enum kind kind, struct token *token)
{
    struct node *n = fresh(sizeof *n);
    n->kind = kind;
    n->token = token;
    n->parts = NULL;
    return n;
}

static void add(struct node *n, struct node *part)
{
    n->parts = realloc(n->parts, sizeof(void *) * (size_t)(n->count + 1));
    n->parts[n->count++] = part;
}

static struct node *expression(int least);

static struct node *call(struct token *name)
{
    struct node *n = make(CALL, name);
    expect("(");
    if (!next_is(")")) {
        add(n, expression(1));
        while (next_is(",")) {
            at++;
            add(n, expression(1));
        }
    }
    expect(")");
    return n;
}

static struct node *unary(void)
{
    struct token *t = &tokens[at];
    if (is(t, "-") || is(t, "!")) {
        at++;
        struct node *n = make(UNARY, t);
        add(n, unary());
        return n;
    }
    if (is(t, "(")) {
        at++;
        struct node *n = expression(1);
        expect(")");
        return n;
    }
    if (isdigit((unsigned char)*t->text) || *t->text == '"') {
        at++;
        return make(LITERAL, t);
    }
    if (!is_name(t)) fail(t->line, t->column, "expected a value, found %s", *t->text ? t->text : "the end");
    at++;
    return next_is("(") ? call(t) : make(NAME, t);
}

static struct node *expression(int least)
{
    struct node *left = unary();
    while (precedence(tokens[at].text) >= least) {
        struct node *n = make(BINARY, &tokens[at++]);
        add(n, left);
        add(n, expression(precedence(n->token->text) + 1));
        left = n;
        if (comparison(n->token->text) && comparison(tokens[at].text)) fail(tokens[at].line, tokens[at].column, "comparisons do not chain");
    }
    return left;
}

static struct statement *statement(int depth);

static struct block block(int depth)
{
    struct block b = {0, NULL, NULL};
    struct token *open = expect("{");
    if (depth > DEEPEST) fail(open->line, open->column, "deeper than %d", DEEPEST);
    while (!next_is("}")) {
        b.statements = realloc(b.statements, sizeof(void *) * (size_t)(b.count + 1));
        b.statements[b.count] = statement(depth);
        b.count++;
    }
    b.close = &tokens[at++];
    return b;
}

static struct statement *statement(int depth)
{
    struct statement *s = fresh(sizeof *s);
    struct token *t = s->token = &tokens[at];
    if (is(t, "if") || is(t, "@K_WHILE@")) {
        s->what = is(t, "if") ? IF : WHILE;
        at++;
        expect("(");
        s->value = expression(1);
        expect(")");
        s->block[s->blocks++] = block(depth + 1);
        if (s->what == IF && next_is("else")) {
            at++;
            s->block[s->blocks++] = block(depth + 1);
        }
        return s;
    }
    if (is(t, "@K_FN@")) {
        if (depth > 0) fail(t->line, t->column, "not at the top");
        s->what = FN;
        at++;
        s->name[s->names++] = expect(NULL);
        expect("(");
        while (!next_is(")")) {
            if (s->names > 1) expect(",");
            s->name[s->names++] = expect(NULL);
        }
        at++;
        s->block[s->blocks++] = block(depth + 1);
        return s;
    }
    if (is(t, "@K_LET@")) {
        s->what = LET;
        at++;
        s->name[s->names++] = expect(NULL);
        expect("=");
        s->value = expression(1);
    } else if (is(t, "@K_PRINT@") || is(t, "@K_RETURN@")) {
        s->what = is(t, "@K_PRINT@") ? PRINT : RETURN;
        at++;
        s->value = expression(1);
    } else {
        struct token *name = expect(NULL);
        s->what = next_is("(") ? CALLED : SET;
        if (s->what == CALLED) {
            s->value = call(name);
        } else {
            s->name[s->names++] = name;
            expect("=");
            s->value = expression(1);
        }
    }
    expect(";");
    return s;
}

struct text { char *s; int length, capacity; };

static void put(struct text *t, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int more = vsnprintf(NULL, 0, format, values);
    va_end(values);
    if (t->length + more + 1 > t->capacity) t->s = realloc(t->s, (size_t)(t->capacity = 2 * (t->length + more + 64)));
    va_start(values, format);
    vsnprintf(t->s + t->length, (size_t)more + 1, format, values);
    va_end(values);
    t->length += more;
}

static struct text out;

static int own(const struct node *n) { return n->kind == BINARY ? precedence(n->token->text) : 9; }

static char *text(const struct node *n, int column);

static char *part(const struct node *n, int least, int column)
{
    if (own(n) >= least) return text(n, column);
    struct text t = {0};
    put(&t, "(%s)", text(n, column + 1));
    return t.s;
}

static char *text(const struct node *n, int column)
{
    struct text t = {0};
    const char *name = n->token->text;
    if (n->kind == LITERAL || n->kind == NAME) return n->token->text;
    if (n->kind == UNARY) {
        char *inner = part(n->parts[0], 9, column + 1);
        put(&t, "%s%s%s", name, *name == '-' && *inner == '-' ? " " : "", inner);
        return t.s;
    }
    if (n->kind == CALL) {
        int broken = 0, length = column + (int)strlen(name) + 2;
        char **texts = fresh(sizeof(char *) * (size_t)(n->count + 1));
        for (int i = 0; i < n->count; i++) {
            texts[i] = text(n->parts[i], column + INDENT);
            length += (int)strlen(texts[i]) + (i ? 2 : 0);
            if (strchr(texts[i], '\n')) broken = 1;
        }
        if (n->count && length > WIDTH) broken = 1;
        put(&t, "%s(", name);
        for (int i = 0; i < n->count; i++) {
            if (broken)
                put(&t, "%s\n%*s%s", i ? "," : "", column + INDENT, "", texts[i]);
            else
                put(&t, "%s%s", i ? ", " : "", texts[i]);
        }
        if (broken) put(&t, "%s\n%*s", trailing ? "," : "", column, "");
        put(&t, ")");
        return t.s;
    }
    int level = own(n);
    char *left = part(n->parts[0], level + comparison(name), column), *right = part(n->parts[1], level + 1, column + INDENT);
    char *last = strrchr(left, '\n');
    int reached = last ? (int)strlen(last + 1) : column + (int)strlen(left);
    if (reached + (int)strlen(name) + 2 + (int)strcspn(right, "\n") <= WIDTH)
        put(&t, "%s %s %s", left, name, right);
    else
        put(&t, "%s\n%*s%s %s", left, column, "", name, right);
    return t.s;
}

static void put_comments(const struct token *t, int indent)
{
    for (int i = t->comments_from; i < t->comments_to; i++) put(&out, "%*s%c%s%s\n", indent, "", COMMENT, *comments[i] ? " " : "", comments[i]);
}

static void write_statement(const struct statement *s, int indent);

static void write_block(const struct block *b, int indent)
{
    if (brace_alone)
        put(&out, "\n%*s{", indent, "");
    else
        put(&out, " {");
    if (b->count == 0 && b->close->comments_from == b->close->comments_to) {
        put(&out, "}");
        return;
    }
    put(&out, "\n");
    for (int i = 0; i < b->count; i++) write_statement(b->statements[i], indent + INDENT);
    put_comments(b->close, indent + INDENT);
    put(&out, "%*s}", indent, "");
}

static void write_statement(const struct statement *s, int indent)
{
    put_comments(s->token, indent);
    put(&out, "%*s", indent, "");
    int start = out.length;
    if (s->what != CALLED && s->what != SET) put(&out, "%s ", s->token->text);
    if (s->what == LET || s->what == SET) put(&out, "%s = ", s->name[0]->text);
    if (s->what == IF || s->what == WHILE) put(&out, "(");
    if (s->what == FN) {
        put(&out, "%s(", s->name[0]->text);
        for (int i = 1; i < s->names; i++) put(&out, "%s%s", i > 1 ? ", " : "", s->name[i]->text);
        put(&out, ")");
    }
    if (s->value) put(&out, "%s", text(s->value, indent + out.length - start));
    if (!s->blocks) {
        put(&out, ";\n");
        return;
    }
    if (s->value) put(&out, ")");
    write_block(&s->block[0], indent);
    if (s->blocks > 1) {
        if (brace_alone)
            put(&out, "\n%*selse", indent, "");
        else
            put(&out, " else");
        write_block(&s->block[1], indent);
    }
    put(&out, "\n");
}

/* Names in scope, the innermost last. */
static struct { struct token *token; int used; } variables[MANY];
static struct { const char *name; int count; } functions[MANY];
static struct { const struct token *token; char text[100]; } warnings[MANY];
static int variable_count, scope_start, function_count, warning_count;

static void warn(const struct token *t, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    warnings[warning_count].token = t;
    vsprintf(warnings[warning_count++].text, format, values);
    va_end(values);
}

static int find(const char *name)
{
    int i = variable_count - 1;
    while (i >= 0 && strcmp(variables[i].token->text, name) != 0) i--;
    return i;
}

static int function(const char *name)
{
    int i = function_count - 1;
    while (i >= 0 && strcmp(functions[i].name, name) != 0) i--;
    return i;
}

static void declare(struct token *t)
{
    int old = find(t->text);
    if (old >= scope_start) {
        warn(t, "is declared again");
        if (!variables[old].used) warn(variables[old].token, "is never used");
        variables[old].token = t;
        variables[old].used = 0;
        return;
    }
    if (old >= 0)
        warn(t, "hides another");
    else if (function(t->text) >= 0)
        warn(t, "is a function");
    variables[variable_count].token = t;
    variables[variable_count++].used = 0;
}

static void leave(int start)
{
    for (int i = start; i < variable_count; i++)
        if (!variables[i].used) warn(variables[i].token, "is never used");
    variable_count = start;
}

static void check_value(const struct node *n)
{
    if (n->kind == NAME) {
        int v = find(n->token->text);
        if (v < 0)
            warn(n->token, "is not known");
        else
            variables[v].used = 1;
    } else if (n->kind == CALL) {
        int f = function(n->token->text);
        if (f < 0)
            warn(n->token, "is no function");
        else if (functions[f].count != n->count)
            warn(n->token, "takes %d, gets %d", functions[f].count, n->count);
    }
    for (int i = 0; i < n->count; i++) check_value(n->parts[i]);
}

static void check(struct statement *const *list, int count, int in_function)
{
    for (int i = 0; i < count; i++) {
        struct statement *s = list[i];
        if (s->value) check_value(s->value);
        if (s->what == RETURN && !in_function) warn(s->token, "outside of a function");
        if (s->what == LET) declare(s->name[0]);
        if (s->what == SET && find(s->name[0]->text) < 0) warn(s->name[0], "is not known");
        for (int b = 0; b < s->blocks; b++) {
            int outer = scope_start;
            scope_start = variable_count;
            for (int k = 1; k < s->names; k++) declare(s->name[k]);
            check(s->block[b].statements, s->block[b].count, in_function || s->what == FN);
            leave(scope_start);
            scope_start = outer;
        }
    }
}

static int by_place(const void *a, const void *b)
{
    const struct token *s = warnings[*(const int *)a].token, *t = warnings[*(const int *)b].token;
    if (s->line != t->line) return s->line - t->line;
    if (s->column != t->column) return s->column - t->column;
    return strcmp(warnings[*(const int *)a].text, warnings[*(const int *)b].text);
}

int main(void)
{
    static struct statement *program[MANY];
    static int order[MANY];
    int count = 0;
    input[fread(input, 1, sizeof input - 1, stdin)] = '\0';
    split();
    while (*tokens[at].text) program[count++] = statement(0);
    for (int i = 0; i < count; i++) {
        if (program[i]->what != FN) continue;
        const char *name = program[i]->name[0]->text;
        if (function(name) >= 0) {
            warn(program[i]->name[0], "is defined twice");
            continue;
        }
        functions[function_count].name = name;
        functions[function_count++].count = program[i]->names - 1;
    }
    for (int i = 0; i < count; i++) write_statement(program[i], 0);
    put_comments(&tokens[at], 0);
    check(program, count, 0);
    leave(0);
    put(&out, "-- %d\n", warning_count);
    for (int i = 0; i < warning_count; i++) order[i] = i;
    qsort(order, (size_t)warning_count, sizeof *order, by_place);
    for (int i = 0; i < warning_count; i++) {
        const struct token *t = warnings[order[i]].token;
        put(&out, "%d:%d: %s %s\n", t->line, t->column, t->text, warnings[order[i]].text);
    }
    fwrite(out.s, 1, (size_t)out.length, stdout);
    return warning_count > 0;
}
