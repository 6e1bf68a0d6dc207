package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

const (
	anyMark, star, plus, maybe, alt, lazyMark = '@ANY@', '@STAR@', '@PLUS@', '@MAYBE@', '@ALT@', '@LAZY@'
	digitMark, wordMark, startMark, endMark   = '@DIGIT@', '@WORD@', '@START@', '@END@'
	maximalSteps                              = @STEPS@
	openMark, closeMark                       = "@OPEN@", "@CLOSE@"
	unlimited                                 = -1
)

type kind int

const (
	sequence kind = iota
	choice
	group
	repeat
	start
	end
	back
	sign
	anySign
	digit
	word
	set
)

type node struct {
	kind        kind
	parts       []*node
	number      int // of a group
	sign        byte
	least, most int
	flag        bool // lazy, or negated
	ranges      [][2]byte
}

type fault string
type tooLong struct{}

type parser struct {
	text       string
	at, groups int
}

func (p *parser) fail(format string, values ...interface{}) {
	panic(fault(fmt.Sprintf("pattern, %d: ", p.at) + fmt.Sprintf(format, values...)))
}

// The sign at the place; 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

func (p *parser) take(c byte) bool {
	if p.peek() == c && c != 0 {
		p.at++
		return true
	}
	return false
}

func repeats(c byte) bool { return c == star || c == plus || c == maybe || c == '{' }

func (p *parser) choice() *node {
	options := []*node{p.sequence()}
	for p.take(alt) {
		options = append(options, p.sequence())
	}
	if len(options) == 1 {
		return options[0]
	}
	return &node{kind: choice, parts: options}
}

func (p *parser) sequence() *node {
	out := &node{kind: sequence}
	for p.peek() != 0 && p.peek() != alt && p.peek() != ')' {
		out.parts = append(out.parts, p.repeat(p.atom()))
	}
	return out
}

func (p *parser) repeat(inner *node) *node {
	c := p.peek()
	if !repeats(c) {
		return inner
	}
	if inner.kind == start || inner.kind == end {
		p.fail("an anchor cannot be repeated")
	}
	p.at++
	out := &node{kind: repeat, parts: []*node{inner}, most: unlimited}
	switch c {
	case plus:
		out.least = 1
	case maybe:
		out.most = 1
	case '{':
		out.least = p.number()
		out.most = out.least
		if p.take(',') {
			out.most = unlimited
			if p.peek() != '}' {
				out.most = p.number()
			}
		}
		if !p.take('}') {
			p.fail("expected '}'")
		}
		if out.most != unlimited && out.most < out.least {
			p.fail("repeat runs backwards")
		}
	}
	out.flag = p.take(lazyMark)
	if repeats(p.peek()) {
		p.fail("repeat of a repeat")
	}
	return out
}

func (p *parser) number() int {
	value, digits := 0, 0
	for ; p.peek() >= '0' && p.peek() <= '9'; p.at++ {
		value = value*10 + int(p.peek()-'0')
		digits++
	}
	if digits < 1 || digits > 2 {
		p.fail("expected a number below 100")
	}
	return value
}

func (p *parser) atom() *node {
	c := p.peek()
	if repeats(c) {
		p.fail("nothing to repeat")
	}
	p.at++
	switch c {
	case '(':
		p.groups++
		out := &node{kind: group, number: p.groups}
		if p.groups > 9 {
			p.fail("more than 9 groups")
		}
		out.parts = []*node{p.choice()}
		if !p.take(')') {
			p.fail("'(' is not closed")
		}
		return out
	case '[':
		return p.set()
	case '\\':
		c = p.peek()
		if c == 0 {
			p.fail("escape at the end")
		}
		p.at++
		if c >= '1' && c <= '9' {
			if int(c-'0') > p.groups {
				p.fail("no group %c yet", c)
			}
			return &node{kind: back, number: int(c - '0')}
		}
		return &node{kind: sign, sign: c}
	case anyMark:
		return &node{kind: anySign}
	case digitMark:
		return &node{kind: digit}
	case wordMark:
		return &node{kind: word}
	case startMark:
		return &node{kind: start}
	case endMark:
		return &node{kind: end}
	}
	return &node{kind: sign, sign: c}
}

func (p *parser) set() *node {
	out := &node{kind: set, flag: p.take('^')}
	for p.peek() != ']' {
		low := p.peek()
		if low == 0 {
			p.fail("'[' is not closed")
		}
		high := low
		p.at++
		if p.peek() == '-' && p.at+1 < len(p.text) && p.text[p.at+1] != ']' {
			high = p.text[p.at+1]
			p.at += 2
			if high < low {
				p.fail("range runs backwards")
			}
		}
		out.ranges = append(out.ranges, [2]byte{low, high})
	}
	if len(out.ranges) == 0 {
		p.fail("empty set")
	}
	p.at++
	return out
}

type span struct{ from, to int }

var absent = span{-1, -1}

type matcher struct {
	text  string
	steps int
	spans []span
}

func (m *matcher) match(n *node, at int, then func(int) bool) bool {
	m.steps++
	if m.steps > maximalSteps {
		panic(tooLong{})
	}
	switch n.kind {
	case sequence:
		return m.sequence(n.parts, at, then)
	case choice:
		for _, option := range n.parts {
			if m.match(option, at, then) {
				return true
			}
		}
		return false
	case group:
		before := m.spans[n.number]
		if m.match(n.parts[0], at, func(end int) bool {
			inner := m.spans[n.number]
			m.spans[n.number] = span{at, end}
			if then(end) {
				return true
			}
			m.spans[n.number] = inner
			return false
		}) {
			return true
		}
		m.spans[n.number] = before
		return false
	case repeat:
		return m.repeat(n, 0, at, -1, then)
	case start:
		return at == 0 && then(at)
	case end:
		return at == len(m.text) && then(at)
	case back:
		s := m.spans[n.number]
		if s == absent {
			return false
		}
		part := m.text[s.from:s.to]
		return strings.HasPrefix(m.text[at:], part) && then(at+len(part))
	}
	return at < len(m.text) && accepts(n, m.text[at]) && then(at+1)
}

func accepts(n *node, c byte) bool {
	isDigit := c >= '0' && c <= '9'
	switch n.kind {
	case anySign:
		return true
	case digit:
		return isDigit
	case word:
		return isDigit || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	case set:
		for _, r := range n.ranges {
			if r[0] <= c && c <= r[1] {
				return !n.flag
			}
		}
		return n.flag
	}
	return c == n.sign
}

func (m *matcher) sequence(parts []*node, at int, then func(int) bool) bool {
	if len(parts) == 0 {
		return then(at)
	}
	return m.match(parts[0], at, func(end int) bool { return m.sequence(parts[1:], end, then) })
}

func (m *matcher) repeat(n *node, count, at, before int, then func(int) bool) bool {
	more := (n.most == unlimited || count < n.most) && (at != before || count < n.least)
	again := func() bool {
		return more && m.match(n.parts[0], at, func(end int) bool { return m.repeat(n, count+1, end, at, then) })
	}
	if count < n.least {
		return again()
	}
	if n.flag {
		return then(at) || again()
	}
	return again() || then(at)
}

func (m *matcher) search(n *node, from int) bool {
	for at := from; at <= len(m.text); at++ {
		for i := range m.spans {
			m.spans[i] = absent
		}
		last := 0
		if m.match(n, at, func(end int) bool { last = end; return true }) {
			m.spans[0] = span{at, last}
			return true
		}
	}
	return false
}

func (m *matcher) expand(template string) string {
	out := ""
	for i := 0; i < len(template); i++ {
		c := template[i]
		if c == '\\' && i+1 < len(template) {
			i++
			c = template[i]
			if c >= '0' && c <= '9' {
				if int(c-'0') >= len(m.spans) {
					panic(fault(fmt.Sprintf("replacement: no group %c", c)))
				}
				if s := m.spans[c-'0']; s != absent {
					out += m.text[s.from:s.to]
				}
				continue
			}
		}
		out += string(c)
	}
	return out
}

// Shows one line; returns whether something matched.
func (m *matcher) line(n *node, template *string) (matched bool, shown string) {
	defer func() {
		if problem := recover(); problem != nil {
			if _, long := problem.(tooLong); !long {
				panic(problem)
			}
			matched, shown = false, "gave up: "+m.text
		}
	}()
	out, first := "", ""
	from, count := 0, 0
	for at := 0; at <= len(m.text) && m.search(n, at); {
		count++
		s := m.spans[0]
		if count == 1 {
			for _, s := range m.spans {
				if s == absent {
					first += " -"
				} else {
					first += fmt.Sprintf(" %d..%d", s.from, s.to)
				}
			}
		}
		out += m.text[from:s.from]
		if template == nil {
			out += openMark + m.text[s.from:s.to] + closeMark
		} else {
			out += m.expand(*template)
		}
		from, at = s.to, s.to
		if s.from == s.to {
			at++
			if s.to < len(m.text) {
				out += m.text[s.to : s.to+1]
				from++
			}
		}
	}
	return count > 0, fmt.Sprintf("%d: %s%s (%d)", count, out+m.text[from:], first, m.steps)
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	code := 0
	func() {
		defer func() {
			if problem := recover(); problem != nil {
				fmt.Fprintln(out, string(problem.(fault)))
				code = 2
			}
		}()
		p := &parser{text: os.Args[1]}
		n := p.choice()
		if p.at < len(p.text) {
			p.fail("')' without '('")
		}
		var template *string
		if len(os.Args) > 2 {
			template = &os.Args[2]
		}
		lines := 0
		for input := bufio.NewScanner(os.Stdin); input.Scan(); {
			m := &matcher{text: input.Text(), spans: make([]span, p.groups+1)}
			matched, shown := m.line(n, template)
			if matched {
				lines++
			}
			fmt.Fprintln(out, shown)
		}
		fmt.Fprintf(out, "%d lines\n", lines)
		if lines == 0 {
			code = 1
		}
	}()
	out.Flush()
	os.Exit(code)
}
