package markdown

import (
	"bytes"
	"html"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"quoth/model"
)

// style is how a stretch of running text is written.
type style struct {
	model.RunStyle
	link int // index into the article's links, or -1
}

// plain is running text without any style.
func plain() style { return style{link: -1} }

// with gives s and one more style.
func (s style) with(r model.RunStyle) style {
	s.RunStyle |= r
	return s
}

// inline writes the running text in parent.
func (w *walker) inline(parent ast.Node, s style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			w.textNode(n, s)
		case *ast.String:
			w.put(string(n.Value), s)
		case *ast.Emphasis:
			if n.Level > 1 {
				w.inline(n, s.with(model.RunStrong))
			} else {
				w.inline(n, s.with(model.RunEmphasis))
			}
		case *east.Strikethrough:
			w.inline(n, s.with(model.RunStrike))
		case *ast.CodeSpan:
			w.inline(n, s.with(model.RunCode))
		case *ast.Link:
			w.inline(n, w.linked(s, string(n.Destination), model.RunLink))
		case *ast.Image:
			w.inline(n, w.linked(s, string(n.Destination), model.RunImage))
		case *ast.AutoLink:
			w.autoLink(n, s)
		case *ast.RawHTML:
			w.rawHTML(n, s)
		case *east.FootnoteLink:
			w.noteRef(n, s)
		case *east.FootnoteBacklink, *east.TaskCheckBox:
		default:
			w.inline(n, s)
		}
	}
}

// linked gives the style of what stands in a link or image. An image in a link
// leads where the link does.
func (w *walker) linked(s style, target string, r model.RunStyle) style {
	s.RunStyle |= r
	if s.link < 0 {
		s.link = w.link(target)
	}
	return s
}

func (w *walker) autoLink(n *ast.AutoLink, s style) {
	target := string(n.URL(w.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(n.URL(w.src), []byte("mailto:")) {
		target = "mailto:" + target
	}
	w.put(string(n.Label(w.src)), w.linked(s, target, model.RunLink))
}

// textNode writes a stretch of text and the line break after it.
func (w *walker) textNode(n *ast.Text, s style) {
	value := n.Segment.Value(w.src)
	if s.RunStyle&model.RunCode != 0 || n.IsRaw() {
		w.put(string(bytes.ReplaceAll(value, []byte("\n"), []byte(" "))), s)
	} else {
		w.put(unescape(value), s)
	}
	switch {
	case n.HardLineBreak():
		w.put("\n", s)
	case n.SoftLineBreak() && !w.unspaced(n):
		w.put(" ", s)
	}
}

// unspaced reports whether the line break after a text stands between two
// characters of a script that is written without blanks.
func (w *walker) unspaced(n *ast.Text) bool {
	next, ok := n.NextSibling().(*ast.Text)
	if !ok {
		return false
	}
	before, _ := utf8.DecodeLastRune(n.Segment.Value(w.src))
	after, _ := utf8.DecodeRune(next.Segment.Value(w.src))
	return withoutBlanks(before) && withoutBlanks(after)
}

// withoutBlanks reports whether r belongs to Chinese or Japanese.
func withoutBlanks(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
}

// longestEntity is the most bytes that a character reference takes, from & to ;
// ("&CounterClockwiseContourIntegral;").
const longestEntity = 33

// unescape resolves backslash escapes and character references.
func unescape(src []byte) string {
	if !bytes.ContainsAny(src, `\&`) {
		return string(src)
	}
	out := make([]byte, 0, len(src))
	for i := 0; i < len(src); i++ {
		if src[i] == '\\' && i+1 < len(src) && util.IsPunct(src[i+1]) {
			i++
		} else if src[i] == '&' {
			if value, n := reference(src[i:]); n > 0 {
				out = append(out, value...)
				i += n - 1
				continue
			}
		}
		out = append(out, src[i])
	}
	return string(out)
}

// reference gives what the character reference at the start of src stands for,
// and its length; 0 where there is none.
func reference(src []byte) (value string, n int) {
	end := bytes.IndexByte(src[:min(len(src), longestEntity)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(src[1:end])
	if name[0] == '#' {
		value = html.UnescapeString(string(src[:end+1]))
		if value == string(src[:end+1]) {
			return "", 0
		}
		return value, end + 1
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "", 0
}
