package feed

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"quoth/model/escape"
	"quoth/model/source/web"
)

var declared = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']`)

// declaration is what becomes of the line that names the charset, which holds no
// longer.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// decode turns a feed into UTF-8 without escape sequences and other characters
// that XML forbids, and without the line that says otherwise.
func decode(data []byte, contentType string) string {
	text := escape.Strip(toUTF8(data, contentType))
	text = declaration.ReplaceAllString(strings.TrimLeft(text, "\ufeff \t\r\n"), "")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0xfffe || r == 0xffff {
			return ' '
		}
		return r
	}, text)
}

// toUTF8 believes the bytes where they are UTF-8, then the feed's first line,
// then the server.
func toUTF8(data []byte, contentType string) string {
	if m := declared.FindSubmatch(data[:min(len(data), 200)]); m != nil && !utf8.Valid(data) {
		name := strings.ToLower(string(m[1]))
		if enc, _ := charset.Lookup(name); enc != nil && name != "utf-8" {
			if out, err := enc.NewDecoder().Bytes(data); err == nil {
				return strings.ToValidUTF8(string(out), "\uFFFD")
			}
		}
	}
	return web.Decode(data, contentType)
}
