package web_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"quoth/model/source/web"
)

func encoded(t *testing.T, name, text string) []byte {
	t.Helper()
	enc, _ := charset.Lookup(name)
	out, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	const german, russian = "<p>„Größe“ – sagte er</p>", "<p>Министр заявил</p>"
	for _, c := range []struct {
		name, contentType string
		data              []byte
		want              string
	}{
		{"UTF-8", "text/html; charset=utf-8", []byte(german), german},
		{"UTF-8, nobody says so", "text/html", []byte(german), german},
		{"UTF-8 that the server calls Latin 1", "text/html; charset=ISO-8859-1", []byte(german), german},
		{"UTF-8 that the page calls Latin 1", "", []byte(`<meta charset="iso-8859-1">` + german), `<meta charset="iso-8859-1">` + german},
		{"UTF-8 with a mark", "", []byte("\ufeff" + german), german},
		{"UTF-8 with a cut character", "text/html; charset=utf-8", []byte(german + german + "\xe2\x80"), german + german + "\ufffd"},
		{"windows-1252, nobody says so", "text/html", encoded(t, "windows-1252", german), german},
		{"windows-1252 that the server calls UTF-8", "text/html; charset=utf-8", encoded(t, "windows-1252", german), german},
		{"windows-1251 by the server", "text/html; charset=windows-1251", encoded(t, "windows-1251", russian), russian},
		{"koi8-r by the page", "", append([]byte(`<meta charset="koi8-r">`), encoded(t, "koi8-r", russian)...), `<meta charset="koi8-r">` + russian},
		{"a charset that is none", "text/html; charset=nonsense", []byte(russian), russian},
		{"UTF-16 with a mark", "", encoded(t, "utf-16le", "\ufeff"+russian), russian},
	} {
		if got := web.Decode(c.data, c.contentType); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDeepPagesAreRefused(t *testing.T) {
	if _, err := web.Page([]byte(strings.Repeat("<div>", 100_000)+"words"), "", ""); err == nil {
		t.Error("100,000 elements in one another are read")
	}
	if _, err := web.Page(make([]byte, web.MaxSize+1), "", ""); err == nil || !strings.Contains(err.Error(), "16 that are read") {
		t.Errorf("error is %v", err)
	}
}

func TestFragment(t *testing.T) {
	got, err := web.Fragment(`<p>He <b>said</b> <a href="/x">so</a>.<script>alert(1)</script><img src="t.gif" width="1" height="1"></p><ul><li>one</li></ul>`, "https://example.org/a/b")
	if want := "He **said** [so](https://example.org/x).\n\n- one"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

func TestFragmentLeavesEscapeSequencesOut(t *testing.T) {
	got, err := web.Fragment("<p>One \x1b[31mred\x1b[0m, two &#27;]0;pwn&#7;blue, <img alt=\"three &#27;[1mgreen\" src=\"a.png\"></p>", "https://e.example/")
	if want := "One red, two blue, ![three green](https://e.example/a.png)"; err != nil || got != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

// TestManyBrackets holds that brackets are escaped whether the line closes them
// or not: to look for that is quadratic.
func TestManyBrackets(t *testing.T) {
	brackets := strings.Repeat("[", 1<<14)
	got, err := web.Fragment("<p>See "+brackets+"</p>", "")
	if want := "See " + strings.Repeat(`\[`, 1<<14); err != nil || got != want {
		t.Errorf("%d bytes, %v; want %d", len(got), err, len(want))
	}
	if x := web.Markdown(got); x.Text != "See "+brackets {
		t.Errorf("read are %d bytes of %d", len(x.Text), len("See "+brackets))
	}
}

// FuzzPage holds that no page makes it panic and that what comes is text.
func FuzzPage(f *testing.F) {
	f.Add([]byte(`<script type="application/ld+json">{"@graph":[[{"@type":["Article"],"author":[1,null,{"name":2}]}]]}</script><p>x`), "https://e.org/2026/02/30/x")
	f.Add([]byte(`<time datetime="2026-01-01" class="published"></time><article><p>`+strings.Repeat("word ", 50)+`</p><table><td><table>`), "")
	f.Fuzz(func(t *testing.T, page []byte, address string) {
		x, err := web.Page(page, address, "")
		if err != nil {
			return
		}
		for _, s := range []string{x.Title, x.Site, x.Text, x.Words.Body} {
			if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
				t.Fatalf("no plain text: %q", s)
			}
		}
		if x.Text == "" || x.Words.Plain != x.Text {
			t.Fatalf("text %q, plain %q", x.Text, x.Words.Plain)
		}
	})
}
