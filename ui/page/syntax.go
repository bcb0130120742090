package page

import (
	"sort"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/ui/theme"
)

// tokenKind is what a stretch of code is.
type tokenKind uint8

const (
	tokenComment tokenKind = iota
	tokenKeyword
	tokenNumber
	tokenString
)

// token is a stretch of a code block that is not drawn like the rest of it.
type token struct {
	model.Span
	kind tokenKind
}

// A news article shows a few lines of code at most. What tells them apart in any
// language is found by one scanner, without a grammar for each: Chroma, which
// has them, would cost each start of the program 4 ms.

// commentSign gives the sign that begins a comment to the end of the line in a
// language, and whether /* */ does too; no sign for a language not known.
func commentSign(language string) (sign string, block bool) {
	switch strings.ToLower(language) {
	case "bash", "console", "elixir", "julia", "make", "makefile", "perl", "py", "python", "r", "rb", "ruby", "sh", "shell", "toml", "yaml", "yml", "zsh":
		return "#", false
	case "c", "c++", "cpp", "cs", "csharp", "css", "dart", "go", "golang", "java", "javascript", "js", "jsx", "kotlin", "php", "rs", "rust", "scala", "swift", "ts", "tsx", "typescript", "zig":
		return "//", true
	case "haskell", "hs", "lua", "sql":
		return "--", false
	}
	return "", false
}

// keywords are the words that most languages reserve.
const keywords = " and as async await break case catch class const continue def default defer do elif else end enum export extends false finally fn for from func function if impl import in interface is let local loop match mod module mut new nil none not null or package pass private pub public raise range return select self static struct super switch then this throw trait true try type use val var void where while with yield "

// tokens finds the comments, strings, numbers and keywords of a code block.
func tokens(text string, s model.Span, language string) (out []token) {
	sign, block := commentSign(language)
	if sign == "" {
		return nil
	}
	code := s.In(text)
	add := func(kind tokenKind, from, to int) int {
		out = append(out, token{model.Span{Start: s.Start + from, End: s.Start + to}, kind})
		return to
	}
	for i := 0; i < len(code); {
		switch c := code[i]; {
		case strings.HasPrefix(code[i:], sign):
			i = add(tokenComment, i, i+upTo(code[i:], "\n", false))
		case block && strings.HasPrefix(code[i:], "/*"):
			i = add(tokenComment, i, i+upTo(code[i:], "*/", true))
		case c == '"' || c == '\'' || c == '`':
			i = add(tokenString, i, i+quoted(code[i:]))
		case c >= '0' && c <= '9':
			i = add(tokenNumber, i, i+wordLength(code[i:]))
		case isWordByte(c):
			n := wordLength(code[i:])
			if strings.Contains(keywords, " "+strings.ToLower(code[i:i+n])+" ") {
				add(tokenKeyword, i, i+n)
			}
			i += n
		default:
			i++
		}
	}
	return out
}

// upTo gives the length of s up to mark, or with it; all of s where it is not.
func upTo(s, mark string, with bool) int {
	i := strings.Index(s, mark)
	switch {
	case i < 0:
		return len(s)
	case with:
		return i + len(mark)
	}
	return i
}

// quoted gives the length of the string at the start of s, which ends with its
// line at the latest.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '\n':
			return i
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= 0x80
}

func wordLength(s string) int {
	for i := range len(s) {
		if !isWordByte(s[i]) {
			return i
		}
	}
	return len(s)
}

// tokensIn gives the tokens that touch text[start:end].
func (p *Page) tokensIn(start, end int) []token {
	from := sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].End > start })
	to := from
	for to < len(p.tokens) && p.tokens[to].Start < end {
		to++
	}
	return p.tokens[from:to]
}

// look gives the style of a kind of token.
func (k tokenKind) look(a *theme.Article) uv.Style {
	switch k {
	case tokenComment:
		return a.Comment
	case tokenKeyword:
		return a.Keyword
	case tokenNumber:
		return a.Number
	case tokenString:
		return a.String
	}
	return uv.Style{}
}
