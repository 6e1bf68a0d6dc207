import java.util.*;

public class Main {
    static final int INDENT = @INDENT@, WIDTH = @WIDTH@, DEEPEST = @DEEPEST@;
    static final boolean BRACE_ALONE = "@BRACE@".equals("next"), TRAILING = "@TRAILING@".equals("yes");
    static final char COMMENT = '@COMMENT@';
    static final List<String> KEYWORDS = List.of("@K_LET@", "@K_FN@", "@K_WHILE@", "@K_RETURN@", "@K_PRINT@", "if", "else");
    static final boolean COMPARISON_HIGH = "@HIGH@".equals("comparison");

    static class Fault extends RuntimeException {
        Fault(int line, int column, String text) { super(line + ":" + column + ": " + text); }
    }

    record Token(String text, int line, int column, List<String> comments) {
        boolean is(String other) { return text.equals(other); }
        boolean name() { return text.matches("[a-z_][a-z0-9_]*") && !KEYWORDS.contains(text); }
        Fault fault(String expected) { return new Fault(line, column, "expected " + expected + ", found " + (text.isEmpty() ? "the end" : text)); }
    }

    /** Kind: a literal, a name, "call", an operator with one or two parts. */
    record Node(String kind, Token token, List<Node> parts) {}

    /** Kind: let, set, print, return, call, if, while, fn. Blocks: what belongs to it; `trailing`: comments before the closing brace. */
    record Statement(String kind, Token token, List<Token> names, Node value, List<Block> blocks) {}

    record Block(List<Statement> statements, List<String> trailing) {}

    static int precedence(String operator) {
        int low = COMPARISON_HIGH ? 3 : 4, high = COMPARISON_HIGH ? 4 : 3;
        switch (operator) {
            case "||": return 1;
            case "&&": return 2;
            case "+": case "-": return low;
            case "*": case "/": case "%": return low + (COMPARISON_HIGH ? 0 : 1);
            case "<": case "<=": case ">": case ">=": case "==": case "!=": return high + (COMPARISON_HIGH ? 1 : 0);
            default: return 0;
        }
    }

    static boolean comparison(String operator) { return List.of("<", "<=", ">", ">=", "==", "!=").contains(operator); }

    // ---- tokens

    static List<Token> tokens(String text) {
        List<Token> out = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        int line = 1, start = 0, i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int column = i - start + 1, from = i;
            if (c == '\n') {
                line++;
                start = ++i;
                continue;
            }
            if (c == ' ') {
                i++;
                continue;
            }
            if (c == COMMENT) {
                while (i < text.length() && text.charAt(i) != '\n') i++;
                comments.add(text.substring(from + 1, i).trim());
                continue;
            }
            if (Character.isLetterOrDigit(c) || c == '_') {
                while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) i++;
                if (!text.substring(from, i).matches("[0-9]+|[a-z_][a-z0-9_]*")) throw new Fault(line, column, "bad word " + text.substring(from, i));
            } else if (c == '"') {
                for (i++; i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n'; ) i++;
                if (i >= text.length() || text.charAt(i) == '\n') throw new Fault(line, column, "string is not closed");
                i++;
            } else {
                String two = text.substring(i, Math.min(text.length(), i + 2));
                if (List.of("&&", "||", "==", "!=", "<=", ">=").contains(two)) i += 2;
                else if ("+-*/%<>!=(){},;".indexOf(c) >= 0) i++;
                else throw new Fault(line, column, "unexpected " + c);
            }
            out.add(new Token(text.substring(from, i), line, column, comments));
            comments = new ArrayList<>();
        }
        out.add(new Token("", line, i - start + 1, comments));
        return out;
    }

    // ---- tree

    static List<Token> tokens;
    static int at;

    static Token peek() { return tokens.get(at); }
    static Token next() { return tokens.get(at++); }

    static Token expect(String text) {
        if (!peek().is(text)) throw peek().fault(text);
        return next();
    }

    static Token expectName() {
        if (!peek().name()) throw peek().fault("a name");
        return next();
    }

    static Node expression(int least) {
        Node left = unary();
        while (precedence(peek().text) >= least) {
            Token operator = next();
            int own = precedence(operator.text);
            left = new Node(operator.text, operator, List.of(left, expression(own + 1)));
            if (comparison(operator.text) && comparison(peek().text)) throw new Fault(peek().line, peek().column, "comparisons do not chain");
        }
        return left;
    }

    static Node unary() {
        if (peek().is("-") || peek().is("!")) {
            Token operator = next();
            return new Node(operator.text, operator, List.of(unary()));
        }
        if (peek().is("(")) {
            next();
            Node inner = expression(1);
            expect(")");
            return inner;
        }
        Token token = peek();
        if (token.text.matches("[0-9]+|\".*\"")) return new Node("literal", next(), List.of());
        if (!token.name()) throw token.fault("a value");
        next();
        return peek().is("(") ? call(token) : new Node("name", token, List.of());
    }

    static Node call(Token name) {
        List<Node> arguments = new ArrayList<>();
        expect("(");
        if (!peek().is(")")) {
            arguments.add(expression(1));
            while (peek().is(",")) {
                next();
                arguments.add(expression(1));
            }
        }
        expect(")");
        return new Node("call", name, arguments);
    }

    static Block block(int depth) {
        Token open = expect("{");
        if (depth > DEEPEST) throw new Fault(open.line, open.column, "deeper than " + DEEPEST);
        List<Statement> statements = new ArrayList<>();
        while (!peek().is("}")) statements.add(statement(depth));
        return new Block(statements, next().comments);
    }

    static Statement statement(int depth) {
        Token token = peek();
        List<Block> blocks = new ArrayList<>();
        List<Token> names = new ArrayList<>();
        Node value = null;
        switch (token.text) {
            case "if": case "@K_WHILE@":
                next();
                expect("(");
                value = expression(1);
                expect(")");
                blocks.add(block(depth + 1));
                if (token.is("if") && peek().is("else")) {
                    next();
                    blocks.add(block(depth + 1));
                }
                return new Statement(token.is("if") ? "if" : "while", token, names, value, blocks);
            case "@K_FN@":
                if (depth > 0) throw new Fault(token.line, token.column, "not at the top");
                next();
                names.add(expectName());
                expect("(");
                while (!peek().is(")")) {
                    if (names.size() > 1) expect(",");
                    names.add(expectName());
                }
                next();
                blocks.add(block(depth + 1));
                return new Statement("fn", token, names, null, blocks);
            case "@K_LET@":
                next();
                names.add(expectName());
                expect("=");
                value = expression(1);
                expect(";");
                return new Statement("let", token, names, value, blocks);
            case "@K_PRINT@": case "@K_RETURN@":
                next();
                value = expression(1);
                expect(";");
                return new Statement(token.is("@K_PRINT@") ? "print" : "return", token, names, value, blocks);
        }
        Token name = expectName();
        if (peek().is("(")) {
            value = call(name);
        } else {
            names.add(name);
            expect("=");
            value = expression(1);
        }
        expect(";");
        return new Statement(names.isEmpty() ? "call" : "set", token, names, value, blocks);
    }

    // ---- text

    static final StringBuilder out = new StringBuilder();

    static String spaces(int n) { return " ".repeat(n); }

    static int own(Node node) { return node.parts.size() == 2 && precedence(node.kind) > 0 ? precedence(node.kind) : 9; }

    /** Parentheses around a part only where the tree would be another one without. */
    static String part(Node node, int least, int column) {
        boolean wrapped = own(node) < least;
        String text = text(node, column + (wrapped ? 1 : 0));
        return wrapped ? "(" + text + ")" : text;
    }

    static int least(Node node, int side) {
        int own = own(node);
        return side == 0 && !comparison(node.kind) ? own : own + 1;
    }

    /** The text of an expression that begins in a column; broken into lines where it is too wide. */
    static String text(Node node, int column) {
        switch (node.kind) {
            case "literal": case "name": return node.token.text;
            case "call": return callText(node, column);
        }
        if (node.parts.size() == 1) {
            String inner = part(node.parts.get(0), 9, column + 1);
            // Two signs in a row are kept apart.
            return node.kind + (node.kind.equals("-") && inner.startsWith("-") ? " " : "") + inner;
        }
        String left = part(node.parts.get(0), least(node, 0), column), right = part(node.parts.get(1), least(node, 1), column + INDENT);
        int last = left.lastIndexOf('\n');
        int reached = last < 0 ? column + left.length() : left.length() - last - 1;
        int first = right.indexOf('\n') < 0 ? right.length() : right.indexOf('\n');
        if (reached + node.kind.length() + 2 + first <= WIDTH) return left + " " + node.kind + " " + right;
        return left + "\n" + spaces(column) + node.kind + " " + right;
    }

    static String callText(Node node, int column) {
        String flat = node.token.text + "(";
        List<String> texts = new ArrayList<>();
        for (Node argument : node.parts) texts.add(text(argument, column + INDENT));
        String joined = String.join(", ", texts);
        if (texts.isEmpty() || column + flat.length() + joined.length() + 1 <= WIDTH && !joined.contains("\n")) return flat + joined + ")";
        String inner = "\n" + spaces(column + INDENT);
        return flat + inner + String.join("," + inner, texts) + (TRAILING ? "," : "") + "\n" + spaces(column) + ")";
    }

    static void comments(List<String> comments, int indent) {
        for (String comment : comments) out.append((spaces(indent) + COMMENT + " " + comment).stripTrailing()).append("\n");
    }

    static void write(Block block, int indent) {
        if (BRACE_ALONE) out.append("\n").append(spaces(indent)).append("{");
        else out.append(" {");
        if (block.statements.isEmpty() && block.trailing.isEmpty()) {
            out.append("}");
            return;
        }
        out.append("\n");
        for (Statement s : block.statements) write(s, indent + INDENT);
        comments(block.trailing, indent + INDENT);
        out.append(spaces(indent)).append("}");
    }

    static void write(Statement s, int indent) {
        comments(s.token.comments, indent);
        out.append(spaces(indent));
        String head = s.kind.equals("set") ? s.names.get(0).text + " = " : s.kind.equals("call") ? "" : s.token.text + " ";
        if (s.kind.equals("let")) head += s.names.get(0).text + " = ";
        if (s.kind.equals("if") || s.kind.equals("while")) head += "(";
        if (s.kind.equals("fn")) {
            List<String> names = new ArrayList<>();
            for (Token t : s.names.subList(1, s.names.size())) names.add(t.text);
            head += s.names.get(0).text + "(" + String.join(", ", names) + ")";
        }
        out.append(head);
        if (s.value != null) out.append(text(s.value, indent + head.length()));
        if (s.blocks.isEmpty()) {
            out.append(";\n");
            return;
        }
        if (s.value != null) out.append(")");
        write(s.blocks.get(0), indent);
        if (s.blocks.size() > 1) {
            if (BRACE_ALONE) out.append("\n").append(spaces(indent)).append("else");
            else out.append(" else");
            write(s.blocks.get(1), indent);
        }
        out.append("\n");
    }

    // ---- names

    static class Variable {
        final Token token;
        boolean used;
        Variable(Token token) { this.token = token; }
    }

    record Warning(int line, int column, String text) {}

    static final List<Warning> warnings = new ArrayList<>();
    static final Map<String, Integer> functions = new HashMap<>();
    static final Deque<Map<String, Variable>> scopes = new ArrayDeque<>();

    static void warn(Token token, String text) { warnings.add(new Warning(token.line, token.column, token.text + " " + text)); }

    static Variable find(String name) {
        for (Map<String, Variable> scope : scopes) if (scope.containsKey(name)) return scope.get(name);
        return null;
    }

    static void declare(Token token) {
        if (scopes.peek().containsKey(token.text)) warn(token, "is declared again");
        else if (find(token.text) != null) warn(token, "hides another");
        else if (functions.containsKey(token.text)) warn(token, "is a function");
        Variable old = scopes.peek().put(token.text, new Variable(token));
        if (old != null && !old.used) warn(old.token, "is never used");
    }

    static void leave() {
        for (Variable v : scopes.pop().values()) if (!v.used) warn(v.token, "is never used");
    }

    static void check(Node node) {
        if (node.kind.equals("name")) {
            Variable v = find(node.token.text);
            if (v == null) warn(node.token, "is not known");
            else v.used = true;
        } else if (node.kind.equals("call")) {
            Integer wanted = functions.get(node.token.text);
            if (wanted == null) warn(node.token, "is no function");
            else if (wanted != node.parts.size()) warn(node.token, "takes " + wanted + ", gets " + node.parts.size());
        }
        node.parts.forEach(Main::check);
    }

    static void check(List<Statement> statements, boolean inFunction) {
        for (Statement s : statements) {
            if (s.value != null) check(s.value);
            if (s.kind.equals("return") && !inFunction) warn(s.token, "outside of a function");
            if (s.kind.equals("let")) declare(s.names.get(0));
            if (s.kind.equals("set") && find(s.names.get(0).text) == null) warn(s.names.get(0), "is not known");
            for (Block block : s.blocks) {
                scopes.push(new TreeMap<>());
                boolean function = s.kind.equals("fn");
                if (function) for (Token t : s.names.subList(1, s.names.size())) declare(t);
                check(block.statements, inFunction || function);
                leave();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        try {
            tokens = tokens(new String(System.in.readAllBytes(), "ISO-8859-1"));
            List<Statement> program = new ArrayList<>();
            while (!peek().is("")) program.add(statement(0));
            for (Statement s : program) {
                if (!s.kind.equals("fn")) continue;
                if (functions.putIfAbsent(s.names.get(0).text, s.names.size() - 1) != null) warn(s.names.get(0), "is defined twice");
            }
            for (Statement s : program) write(s, 0);
            comments(peek().comments, 0);
            scopes.push(new TreeMap<>());
            check(program, false);
            leave();
            warnings.sort(Comparator.comparingInt(Warning::line).thenComparingInt(Warning::column).thenComparing(Warning::text));
            out.append("-- ").append(warnings.size()).append("\n");
            for (Warning w : warnings) out.append(w.line + ":" + w.column + ": " + w.text + "\n");
            System.out.print(out);
            System.exit(warnings.isEmpty() ? 0 : 1);
        } catch (Fault fault) {
            System.out.println(fault.getMessage());
            System.exit(2);
        }
    }
}
