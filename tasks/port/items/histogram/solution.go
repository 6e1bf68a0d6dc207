package main

import (
	"bufio"
	"fmt"
	"io"
	"math/big"
	"os"
	"regexp"
	"sort"
	"strings"
)

const (
	places  = @PLACES@
	rule    = "@RULE@"
	bins    = @BINS@
	bar     = "@BAR@"
	longest = @LONGEST@
	comment = "@COMMENT@"
)

func power(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

func point(whole *big.Int, places int) string {
	high, low := new(big.Int).QuoRem(whole, power(places), new(big.Int))
	text := low.String()
	return high.String() + "." + strings.Repeat("0", places-len(text)) + text
}

func rounded(value *big.Rat, places int) string {
	scaled := new(big.Rat).Abs(value)
	scaled.Mul(scaled, new(big.Rat).SetInt(power(places)))
	whole, rest := new(big.Int).QuoRem(scaled.Num(), scaled.Denom(), new(big.Int))
	twice := rest.Lsh(rest, 1).Cmp(scaled.Denom())
	if twice > 0 || twice == 0 && (rule == "half-up" || rule == "half-even" && whole.Bit(0) == 1) {
		whole.Add(whole, big.NewInt(1))
	}
	sign := ""
	if value.Sign() < 0 && whole.Sign() != 0 {
		sign = "-"
	}
	return sign + point(whole, places)
}

func root(value *big.Rat) string {
	scaled := new(big.Int).Mul(value.Num(), power(2*places))
	return point(scaled.Sqrt(scaled.Quo(scaled, value.Denom())), places)
}

func read(text string) ([]*big.Rat, bool) {
	form := regexp.MustCompile(`^([+-]?)([0-9]*)(\.([0-9]{0,6}))?$`)
	values := []*big.Rat{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.Trim(line, " ")
		if line == "" || strings.HasPrefix(line, comment) {
			continue
		}
		match := form.FindStringSubmatch(line)
		if match == nil || match[2]+match[4] == "" {
			fmt.Printf("line %d: not a number: %s\n", i+1, line)
			return nil, false
		}
		whole, _ := new(big.Int).SetString(match[2]+match[4], 10)
		value := new(big.Rat).SetFrac(whole, power(len(match[4])))
		if match[1] == "-" {
			value.Neg(value)
		}
		values = append(values, value)
	}
	return values, true
}

func main() {
	text, _ := io.ReadAll(bufio.NewReader(os.Stdin))
	values, good := read(string(text))
	if !good {
		os.Exit(2)
	}
	n := len(values)
	if n == 0 {
		fmt.Println("no numbers")
		os.Exit(1)
	}
	ordered := append([]*big.Rat{}, values...)
	sort.SliceStable(ordered, func(i, j int) bool { return ordered[i].Cmp(ordered[j]) < 0 })
	sum := new(big.Rat)
	for _, v := range values {
		sum.Add(sum, v)
	}
	mean := new(big.Rat).Mul(sum, big.NewRat(1, int64(n)))
	median := new(big.Rat).Add(ordered[(n-1)/2], ordered[n/2])
	median.Mul(median, big.NewRat(1, 2))
	fmt.Printf("n       %d\n", n)
	fmt.Printf("sum     %s\n", rounded(sum, places))
	fmt.Printf("mean    %s\n", rounded(mean, places))
	fmt.Printf("median  %s\n", rounded(median, places))
	fmt.Printf("range   %s .. %s\n", rounded(ordered[0], places), rounded(ordered[n-1], places))
	if n > 1 {
		squares := new(big.Rat)
		for _, v := range values {
			d := new(big.Rat).Sub(v, mean)
			squares.Add(squares, d.Mul(d, d))
		}
		fmt.Printf("sd      %s\n", root(squares.Mul(squares, big.NewRat(1, int64(n-1)))))
	}
	low := ordered[0]
	width := new(big.Rat).Sub(ordered[n-1], low)
	width.Mul(width, big.NewRat(1, bins))
	if width.Sign() == 0 {
		return
	}
	var counts [bins]int
	most := 0
	for _, v := range values {
		q := new(big.Rat).Sub(v, low)
		q.Quo(q, width)
		at := int(new(big.Int).Quo(q.Num(), q.Denom()).Int64())
		if at >= bins {
			at = bins - 1
		}
		counts[at]++
		if counts[at] > most {
			most = counts[at]
		}
	}
	var labels [bins]string
	widest := 0
	for i := range labels {
		start := new(big.Rat).Mul(width, big.NewRat(int64(i), 1))
		labels[i] = rounded(start.Add(start, low), 1)
		if len(labels[i]) > widest {
			widest = len(labels[i])
		}
	}
	for i, count := range counts {
		length := (count*longest + most - 1) / most
		fmt.Printf("%*s |%s %s%%\n", widest, labels[i], strings.Repeat(bar, length), rounded(big.NewRat(int64(100*count), int64(n)), 1))
	}
}
