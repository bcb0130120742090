package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"quoth/model/escape"
)

// decode turns the bytes of a text file into UTF-8 with "\n" at line ends and
// without escape sequences of terminals. The note says what was guessed or lost, and is empty when nothing was. It fails on
// what is no text.
func decode(data []byte) (text, note string, err error) {
	if enc := utf16Of(data); enc != nil {
		text, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return "", "", fmt.Errorf("no UTF-16: %w", err)
		}
		return tidy(string(text)), "", nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if kind := binary(data); kind != "" {
		return "", "", errors.New("no text: " + kind)
	}
	if utf8.Valid(data) {
		return tidy(string(data)), "", nil
	}
	if bad, good := utf8Share(data); good >= 5*bad {
		text := strings.ToValidUTF8(string(data), "\uFFFD")
		return tidy(text), fmt.Sprintf("%d bytes are no UTF-8 and are shown as \uFFFD", bad), nil
	}
	enc, name := guess(data)
	decoded, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("neither UTF-8 nor %s: %w", name, err)
	}
	return tidy(string(decoded)), "not UTF-8, read as " + name, nil
}

// tidy leaves escape sequences out and makes the line ends of other systems ours.
func tidy(text string) string { return lineEnds(escape.Strip(text)) }

// lineEnds makes the line ends of other systems ours.
func lineEnds(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// sample is how many bytes tell what a file is.
const sample = 4096

// utf16Of gives the UTF-16 that data is in, by its byte order mark or by the
// zero bytes that Latin letters leave on one side. It gives nil for anything
// else.
func utf16Of(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	case len(data) < 4 || len(data)%2 != 0:
		return nil
	}
	var zeros [2]int
	head := data[:min(len(data), sample)]
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch few, many := len(head)/100, len(head)/4; {
	case zeros[0] > many && zeros[1] <= few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case zeros[1] > many && zeros[0] <= few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	return nil
}

// binary says what data is when it is no text, and is empty when it is.
func binary(data []byte) string {
	kind, _, _ := strings.Cut(http.DetectContentType(data), ";")
	if !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" {
		return kind
	}
	controls := 0
	head := data[:min(len(data), sample)]
	for _, c := range head {
		if c == 0 {
			return "binary data"
		}
		if c < ' ' && !strings.ContainsRune("\t\n\f\r\x1b", rune(c)) {
			controls++
		}
	}
	if controls > len(head)/50 {
		return "binary data"
	}
	return ""
}

// utf8Share counts the bytes that are no UTF-8 and the characters of several
// bytes that are.
func utf8Share(data []byte) (bad, good int) {
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return bad, good
}

// minConfidence is the confidence, of 100, below which the statistics of
// letters say nothing.
const minConfidence = 20

// guess gives the most likely encoding of data, by the statistics of its
// letters; windows-1252 when these do not tell.
func guess(data []byte) (encoding.Encoding, string) {
	// DetectBest would answer at random where two are as likely.
	found, err := chardet.NewTextDetector().DetectAll(data[:min(len(data), 16*sample)])
	if err != nil {
		return charset.Lookup("windows-1252")
	}
	slices.SortFunc(found, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	for _, f := range found {
		if f.Confidence < minConfidence {
			break
		}
		if enc, name := charset.Lookup(f.Charset); enc != nil && name != "utf-8" {
			return enc, name
		}
	}
	return charset.Lookup("windows-1252")
}
