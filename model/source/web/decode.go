package web

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"quoth/model/escape"
)

// Decode turns the bytes of a page into UTF-8. The byte order mark decides, then
// the bytes themselves where they are UTF-8 with more than ASCII in it (whatever
// the server says: many say ISO-8859-1 of everything), then the server, then the
// page's own <meta>, then the habit of the web, windows-1252. Escape sequences of
// terminals are left out.
func Decode(data []byte, contentType string) string {
	return escape.Strip(toUTF8(data, contentType))
}

func toUTF8(data []byte, contentType string) string {
	enc, name, _ := charset.DetermineEncoding(data, contentType)
	if !strings.HasPrefix(name, "utf-16") && utf8.Valid(data) {
		return strings.TrimPrefix(string(data), "\ufeff")
	}
	if name == "utf-8" && mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	if name == "utf-8" {
		enc, _ = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(out), "\uFFFD"), "\ufeff")
}

// mostlyUTF8 reports whether data that is no UTF-8 is a damaged one: a cut
// character or a stray byte among many that are right.
func mostlyUTF8(data []byte) bool {
	var good, bad int
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size <= 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return good > 4*bad
}
