package main

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const (
	registers = @REGISTERS@
	memorySize = @MEMORY@
	maximalSteps = @STEPS@
	comment = "@COMMENT@"
	letter = "@LETTER@"
)

type operation struct {
	code int
	form string
}

var operations = map[string]operation{
	"@N_SET@": {@C_SET@, "rw"}, "@N_MOV@": {@C_MOV@, "rr"}, "@N_ADD@": {@C_ADD@, "rr"}, "@N_SUB@": {@C_SUB@, "rr"}, "@N_MUL@": {@C_MUL@, "rr"},
	"@N_DIV@": {@C_DIV@, "rr"}, "@N_AND@": {@C_AND@, "rr"}, "@N_SHL@": {@C_SHL@, "rr"}, "@N_LD@": {@C_LD@, "rr"}, "@N_ST@": {@C_ST@, "rr"},
	"@N_JMP@": {@C_JMP@, "w"}, "@N_JZ@": {@C_JZ@, "rw"}, "@N_JN@": {@C_JN@, "rw"}, "@N_CALL@": {@C_CALL@, "w"}, "@N_RET@": {@C_RET@, ""},
	"@N_OUT@": {@C_OUT@, "r"}, "@N_CHR@": {@C_CHR@, "r"}, "@N_HLT@": {@C_HLT@, ""}, "@N_PSH@": {@C_PSH@, "r"}, "@N_POP@": {@C_POP@, "r"},
}

type fault struct {
	line int
	text string
}

type part struct {
	line, place, size int
	name              string
	operands          []string
}

var (
	faults   []fault
	names    = map[string]int{}
	decimal  = regexp.MustCompile(`^-?[0-9]{1,9}$`)
	hexadec  = regexp.MustCompile(`^0x[0-9a-f]{1,8}$`)
	quoted   = regexp.MustCompile(`^'.'$`)
	name     = regexp.MustCompile(`^[a-z_][a-z0-9_]*$`)
	constant = regexp.MustCompile(`^([^ ]+) *= *([^ ]+)$`)
)

func complain(line int, format string, values ...interface{}) {
	faults = append(faults, fault{line, fmt.Sprintf(format, values...)})
}

func hex(word int) string { return fmt.Sprintf("%04x", word&0xffff) }

// The value of an operand, and whether it has one.
func value(text string, line int) (int, bool) {
	v := 0
	switch {
	case decimal.MatchString(text):
		v, _ = strconv.Atoi(text)
	case hexadec.MatchString(text):
		wide, _ := strconv.ParseInt(text[2:], 16, 64)
		v = int(wide)
	case quoted.MatchString(text):
		v = int(text[1])
	case name.MatchString(text):
		v, found := names[text]
		return v, found
	default:
		complain(line, "bad operand '%s'", text)
		return 0, false
	}
	if v < -32768 || v > 65535 {
		complain(line, "%s does not fit", text)
		return 0, false
	}
	return v, true
}

func define(text string, v, line int) {
	if !name.MatchString(text) {
		complain(line, "bad name '%s'", text)
	} else if _, twice := names[text]; twice {
		complain(line, "'%s' is defined twice", text)
	} else {
		names[text] = v
	}
}

func layout(source string) ([]part, int) {
	parts, place := []part{}, 0
	lines := strings.Split(source, "\n")
	for i, text := range lines[:len(lines)-1] {
		line := i + 1
		rest := strings.TrimSpace(strings.SplitN(text, comment, 2)[0])
		if match := constant.FindStringSubmatch(rest); match != nil {
			if v, good := value(match[2], line); good {
				define(match[1], v, line)
			} else if c := match[2][0]; c == '_' || c >= 'a' && c <= 'z' {
				complain(line, "'%s' is not known yet", match[2])
			}
			continue
		}
		if colon := strings.Index(rest, ":"); colon >= 0 && !strings.Contains(rest[:colon], "'") {
			define(rest[:colon], place, line)
			rest = strings.TrimSpace(rest[colon+1:])
		}
		if rest == "" {
			continue
		}
		words := strings.FieldsFunc(rest, func(c rune) bool { return c == ' ' })
		p := part{line: line, place: place, name: words[0], operands: words[1:]}
		op, found := operations[p.name]
		switch {
		case p.name == ".data":
			p.size = len(p.operands)
		case p.name == ".space":
			good := false
			if len(p.operands) == 1 {
				p.size, good = value(p.operands[0], line)
			}
			if !good || p.size < 0 || p.size > memorySize {
				p.size = 0
				complain(line, "bad space")
			}
		case found:
			p.size = 1 + strings.Count(op.form, "w")
		default:
			complain(line, "unknown operation '%s'", p.name)
			continue
		}
		parts = append(parts, p)
		place += p.size
	}
	if place > memorySize {
		complain(0, "%d words do not fit into %d", place, memorySize)
	}
	return parts, place
}

func known(text string, line int) int {
	before := len(faults)
	v, good := value(text, line)
	if !good && len(faults) == before {
		complain(line, "'%s' is not defined", text)
	}
	return v & 0xffff
}

func register(text string, line int) int {
	if len(text) == 2 && text[:1] == letter && text[1] >= '0' && int(text[1]-'0') < registers {
		return int(text[1] - '0')
	}
	complain(line, "no register '%s'", text)
	return 0
}

func encode(p part) []int {
	words := make([]int, p.size)
	if p.name == ".space" {
		return words
	}
	if p.name == ".data" {
		for i, text := range p.operands {
			words[i] = known(text, p.line)
		}
		return words
	}
	op := operations[p.name]
	if len(p.operands) != len(op.form) {
		complain(p.line, "%s takes %d, got %d", p.name, len(op.form), len(p.operands))
		return words
	}
	words[0] = op.code << 11
	shift := uint(8)
	for i, kind := range op.form {
		if kind == 'w' {
			words[1] = known(p.operands[i], p.line)
		} else {
			words[0] |= register(p.operands[i], p.line) << shift
			shift -= 3
		}
	}
	return words
}

type machine struct {
	memory  [memorySize]int
	r       [8]int
	at, top int
	size    int
	out     strings.Builder
}

type halt string

func stop(format string, values ...interface{}) { panic(halt(fmt.Sprintf(format, values...))) }

func check(place int) int {
	if place < 0 || place >= memorySize {
		stop("no memory at %s", hex(place))
	}
	return place
}

func (m *machine) push(v int) {
	if m.top-1 < m.size {
		stop("stack is full")
	}
	m.top--
	m.memory[m.top] = v & 0xffff
}

func (m *machine) pop() int {
	if m.top >= memorySize {
		stop("stack is empty")
	}
	m.top++
	return m.memory[m.top-1]
}

func signed(v int) int { return int(int16(uint16(v))) }

func (m *machine) next() int {
	m.at++
	return m.memory[check(m.at-1)]
}

func (m *machine) step(byCode map[int]string) {
	word := m.next()
	name, found := byCode[word>>11]
	if !found {
		stop("no operation in %s", hex(word))
	}
	form := operations[name].form
	a, b, w := word>>8&7, word>>5&7, 0
	if strings.HasPrefix(form, "r") && a >= registers || form == "rr" && b >= registers {
		stop("no register in %s", hex(word))
	}
	if strings.Contains(form, "w") {
		w = m.next()
	}
	r := &m.r
	switch name {
	case "@N_SET@":
		r[a] = signed(w)
	case "@N_MOV@":
		r[a] = r[b]
	case "@N_ADD@":
		r[a] = signed(r[a] + r[b])
	case "@N_SUB@":
		r[a] = signed(r[a] - r[b])
	case "@N_MUL@":
		r[a] = signed(r[a] * r[b])
	case "@N_DIV@":
		if r[b] == 0 {
			stop("division by zero")
		}
		quotient := r[a] / r[b]
		if r[a]%r[b] != 0 && (r[a] < 0) != (r[b] < 0) {
			quotient--
		}
		r[a] = signed(quotient)
	case "@N_AND@":
		r[a] = signed(r[a] & r[b])
	case "@N_SHL@":
		if r[b] >= 0 {
			r[a] = signed(r[a] << uint(r[b]&15))
		} else {
			r[a] = signed(r[a] >> uint(-r[b]&15))
		}
	case "@N_LD@":
		r[a] = signed(m.memory[check(r[b]&0xffff)])
	case "@N_ST@":
		m.memory[check(r[b]&0xffff)] = r[a] & 0xffff
	case "@N_JMP@":
		m.at = w
	case "@N_JZ@":
		if r[a] == 0 {
			m.at = w
		}
	case "@N_JN@":
		if r[a] < 0 {
			m.at = w
		}
	case "@N_CALL@":
		m.push(m.at)
		m.at = w
	case "@N_RET@":
		m.at = m.pop()
	case "@N_OUT@":
		fmt.Fprintf(&m.out, "%d\n", r[a])
	case "@N_CHR@":
		if r[a] != 10 && (r[a] < 32 || r[a] >= 127) {
			stop("no sign %d", r[a])
		}
		m.out.WriteByte(byte(r[a]))
	case "@N_PSH@":
		m.push(r[a])
	case "@N_POP@":
		r[a] = signed(m.pop())
	case "@N_HLT@":
		stop("")
	}
}

func run(words []int) int {
	m := &machine{top: memorySize, size: len(words)}
	copy(m.memory[:], words)
	byCode := map[int]string{}
	for name, op := range operations {
		byCode[op.code] = name
	}
	steps, here, why := 0, 0, ""
	func() {
		defer func() { why = string(recover().(halt)) }()
		for {
			here = m.at
			steps++
			if steps > maximalSteps {
				stop("too many steps")
			}
			m.step(byCode)
		}
	}()
	fmt.Print(m.out.String())
	if why == "" {
		fmt.Printf("halted after %d steps\n", steps)
	} else {
		fmt.Printf("stopped at %s: %s\n", hex(here), why)
	}
	for i := 0; i < registers; i++ {
		fmt.Printf("%s%d=%d ", letter, i, m.r[i])
	}
	sum := 0
	for _, v := range m.memory {
		sum = (sum*31 + v) % 65521
	}
	fmt.Printf("memory %d\n", sum)
	if why == "" {
		return 0
	}
	return 3
}

func main() {
	source, _ := io.ReadAll(os.Stdin)
	parts, total := layout(string(source))
	words, all := [][]int{}, []int{}
	for _, p := range parts {
		words = append(words, encode(p))
		all = append(all, words[len(words)-1]...)
	}
	if len(faults) > 0 {
		sort.SliceStable(faults, func(i, j int) bool { return faults[i].line < faults[j].line })
		for _, f := range faults {
			fmt.Printf("%d: %s\n", f.line, f.text)
		}
		os.Exit(1)
	}
	if len(os.Args) < 2 || os.Args[1] != "@N_LIST@" {
		os.Exit(run(all))
	}
	for i, p := range parts {
		shown := []string{}
		for _, w := range words[i] {
			shown = append(shown, hex(w))
		}
		fmt.Println(strings.TrimRight(fmt.Sprintf("%s  %-15s%s %s", hex(p.place), strings.Join(shown, " "), p.name, strings.Join(p.operands, " ")), " "))
	}
	sorted := []string{}
	for text := range names {
		sorted = append(sorted, text)
	}
	sort.Strings(sorted)
	for _, text := range sorted {
		fmt.Printf("%s = %d\n", text, names[text])
	}
	fmt.Printf("%d words\n", total)
}
