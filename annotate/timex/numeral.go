package timex

import "strings"

// numeral gives the length of the number at the beginning of s, which begins
// with a digit: 2026-01-15, 10:20, 10.20, 1,200, 3.5.
func numeral(s string) int {
	i := digits(s)
	if i == 4 && isoDay(s) {
		return len("2006-01-02")
	}
	if i <= 2 && i+2 < len(s) && (s[i] == ':' || s[i] == '.') && digits(s[i+1:]) == 2 {
		i += 3
		if strings.HasPrefix(s[i:], ":") && digits(s[i+1:]) == 2 { // seconds
			i += 3
		}
		return i
	}
	for i+3 < len(s) && s[i] == ',' && digits(s[i+1:]) >= 3 {
		i += 4
	}
	if i+1 < len(s) && s[i] == '.' && digit(s[i+1]) {
		i += 1 + digits(s[i+1:])
	}
	return i
}

// digits counts the digits at the beginning of s.
func digits(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

func isoDay(s string) bool {
	return len(s) >= 10 && s[4] == '-' && digits(s[5:]) == 2 && s[7] == '-' && digits(s[8:]) == 2
}

// number is the value of at most nine digits at the beginning of s.
func number(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9 && digit(s[i]); i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}

// classifyNumeral gives the classes and the value of a number in digits.
func classifyNumeral(s string) (class, int) {
	n, value := digits(s), number(s)
	switch {
	case n == len(s):
		return classifyInteger(n, value)
	case isoDay(s) && len(s) == 10:
		return clsISO, value*10000 + number(s[5:])*100 + number(s[8:])
	case n <= 2 && len(s) >= n+3 && (s[n] == ':' || s[n] == '.') && digits(s[n+1:]) == 2:
		minutes := number(s[n+1:])
		if value > 24 || minutes > 59 || len(s) > n+3 && s[n+3] != ':' {
			return 0, 0
		}
		c := clsClock
		if n == 2 {
			c |= flagPadded
		}
		if s[n] == ':' {
			c |= flagColon
		}
		return c, 60*value + minutes
	}
	return 0, 0
}

func classifyInteger(width, value int) (class, int) {
	c := clsNumber
	switch {
	case width <= 2:
		if value >= 1 && value <= 31 {
			c |= clsDay
		}
		if value <= 24 {
			c |= clsHour
		}
	case width == 4:
		if value >= 1500 && value < 2100 {
			c |= clsYear
			if value%10 == 0 {
				c |= clsDecade
			}
		}
		if value < 2400 && value%100 < 60 {
			c |= clsMilitary
		}
	}
	return c, value
}
