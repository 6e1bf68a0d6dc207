#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MANY 4000
typedef long long number;

static struct { int column; char text[MANY]; } *tokens;
static int count, at;
static struct { char name[MANY]; number value; } variables[500];
static int known;
static jmp_buf fault;
static char message[2 * MANY];
static const char symbols[] = "-+*/%(),=@JOKER@@POWER@";

static number fail(int column, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    int used = sprintf(message, "column %d: ", column);
    vsnprintf(message + used, sizeof message - (size_t)used, format, values);
    va_end(values);
    longjmp(fault, 1);
}

static number checked(int column, __int128 value)
{
    if (value < INT64_MIN || value > INT64_MAX) fail(column, "overflow");
    return (number)value;
}

static int level(const char *text)
{
    if (!text[0] || text[1]) return -1;
    switch (text[0]) {
    case '+': case '-': return @P_ADD@;
    case '*': case '/': case '%': return @P_MUL@;
    case '@JOKER@': return @P_JOKER@;
    case '@POWER@': return @P_POWER@;
    }
    return -1;
}

static number apply(char operator, int column, number a, number b)
{
    __int128 x = a, y = b, quotient, rest, result = 1;
    switch (operator) {
    case '+': return checked(column, x + y);
    case '-': return checked(column, x - y);
    case '*': return checked(column, x * y);
    case '/': case '%':
        if (b == 0) fail(column, "division by zero");
        quotient = x / y;
        rest = x % y;
        if (strcmp("@DIVISION@", "floor") == 0 && rest != 0 && (rest < 0) != (y < 0)) {
            quotient--;
            rest += y;
        }
        return operator == '/' ? checked(column, quotient) : (number)rest;
    case '@POWER@':
        if (b < 0) fail(column, "negative exponent");
        for (number i = 0; i < b; i++) {
            result = checked(column, result * x);
            if (result == 0 || result == 1) break;
            if (result == -1) return b % 2 ? -1 : 1;
        }
        return (number)result;
    }
    return checked(column, (__int128)checked(column, x * @JOKER_SCALE@) - y);
}

static void add_token(int column, const char *text, int length)
{
    tokens[count].column = column;
    sprintf(tokens[count++].text, "%.*s", length, text);
}

static void split(const char *line)
{
    count = at = 0;
    int i = 0;
    while (line[i]) {
        int start = i;
        if (line[i] == ' ') {
            i++;
            continue;
        }
        if (isdigit((unsigned char)line[i]))
            while (isdigit((unsigned char)line[i])) i++;
        else if (islower((unsigned char)line[i]))
            while (islower((unsigned char)line[i])) i++;
        else if (strchr(symbols, line[i]))
            i++;
        else
            fail(i + 1, "unexpected '%c'", line[i]);
        add_token(start + 1, line + start, i - start);
    }
    add_token(i + 1, "", 0);
}

static int next_is(const char *text) { return strcmp(tokens[at].text, text) == 0; }

static void expect(const char *text)
{
    if (!next_is(text)) fail(tokens[at].column, "expected '%s', got '%s'", text, tokens[at].text);
    at++;
}

static int function(const char *name)
{
    static const char *const names[] = {"@N_MAX@", "@N_GCD@", "@N_ABS@"};
    for (int i = 0; i < 3; i++)
        if (strcmp(name, names[i]) == 0) return i;
    return -1;
}

static number *variable(const char *name)
{
    for (int i = 0; i < known; i++)
        if (strcmp(variables[i].name, name) == 0) return &variables[i].value;
    return NULL;
}

static number expression(int least);

static number call(int column, const char *name, int which)
{
    __int128 result = 0;
    int values = 0, most = which == 2 ? 1 : 9;
    expect("(");
    while (!(values == 0 && next_is(")"))) {
        __int128 value = expression(0);
        if (which == 0) {
            if (values == 0 || value > result) result = value;
        } else {
            __int128 b = value < 0 ? -value : value;
            if (which == 2) result = 0;
            while (b) {
                __int128 rest = result % b;
                result = b;
                b = rest;
            }
        }
        values++;
        if (!next_is(",")) break;
        at++;
    }
    expect(")");
    if (values < 1 || values > most) fail(column, "%s takes 1 to %d, got %d", name, most, values);
    return checked(column, result);
}

static number primary(void)
{
    int column = tokens[at].column;
    const char *text = tokens[at].text;
    if (*text) at++;
    if (isdigit((unsigned char)*text)) {
        __int128 value = 0;
        for (const char *c = text; *c; c++) value = checked(column, value * 10 + (*c - '0'));
        return (number)value;
    }
    if (*text == '(') {
        number value = expression(0);
        expect(")");
        return value;
    }
    if (islower((unsigned char)*text)) {
        int which = function(text);
        if (which >= 0) return call(column, text, which);
        number *found = variable(text);
        return found ? *found : fail(column, "'%s' has no value", text);
    }
    return *text ? fail(column, "unexpected '%s'", text) : fail(column, "unexpected end");
}

static number unary(void)
{
    if (!next_is("-")) return primary();
    int column = tokens[at++].column;
    return checked(column, -(__int128)unary());
}

static number expression(int least)
{
    number left = unary();
    while (level(tokens[at].text) >= least) {
        int here = at++;
        char operator = tokens[here].text[0];
        int right = operator == (strcmp("@RIGHT@", "power") == 0 ? '@POWER@' : '@JOKER@');
        left = apply(operator, tokens[here].column, left, expression(level(tokens[here].text) + !right));
    }
    return left;
}

int main(void)
{
    static char line[MANY];
    tokens = calloc(MANY, sizeof *tokens);
    volatile int faults = 0;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (setjmp(fault)) {
            faults++;
            puts(message);
            continue;
        }
        split(line);
        const char *target = NULL;
        if (count > 2 && strcmp(tokens[1].text, "=") == 0) {
            target = tokens[0].text;
            if (!islower((unsigned char)*target) || function(target) >= 0) fail(tokens[0].column, "cannot assign to '%s'", target);
            at = 2;
        }
        number value = expression(0);
        if (*tokens[at].text) fail(tokens[at].column, "unexpected '%s'", tokens[at].text);
        if (target) {
            number *found = variable(target);
            if (!found) {
                strcpy(variables[known].name, target);
                found = &variables[known++].value;
            }
            *found = value;
            printf("%s = ", target);
        }
        printf("%lld\n", value);
    }
    printf("%d variables\n", known);
    return faults < 100 ? faults : 100;
}
