package source

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

func TestDecodeUnicode(t *testing.T) {
	const text = "“Malé,” said the minister.\n\n日本語のニュース and more words here.\n"
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) []byte {
		data, err := unicode.UTF16(e, b).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, data := range map[string][]byte{
		"UTF-8":                []byte(text),
		"UTF-8 with mark":      []byte("\ufeff" + text),
		"UTF-8, DOS line ends": []byte(strings.ReplaceAll(text, "\n", "\r\n")),
		"UTF-8, Mac line ends": []byte(strings.ReplaceAll(text, "\n", "\r")),
		"UTF-16LE with mark":   utf16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16BE with mark":   utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE":             utf16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16BE":             utf16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		if got, note, err := decode(data); got != text || note != "" || err != nil {
			t.Errorf("%s: got %q, note %q, error %v", name, got, note, err)
		}
	}
}

func TestDecodeGuesses(t *testing.T) {
	for _, c := range []struct{ charset, text string }{
		{"windows-1252", "“It’s ours,” said Mr. Müller — and left for the café at Chêne-Bourg."},
		{"windows-1252", "The café was closed."},
		{"windows-1252", "Le président a déclaré samedi que l’Europe « ne cédera pas », à Paris, où il était arrivé la veille."},
		{"windows-1251", "Министр заявил в субботу, что переговоры «прошли хорошо», и добавил: «Мы вернёмся домой»."},
		{"koi8-r", "Министр заявил в субботу, что переговоры прошли хорошо, и добавил: мы вернемся домой."},
		{"windows-1250", "Ministr v sobotu řekl, že jednání „proběhla dobře“ a že se všichni vrátí domů."},
		{"windows-1254", "Bakan cumartesi günü görüşmelerin iyi geçtiğini ve herkesin eve döneceğini söyledi, İstanbul’da konuştu."},
		{"windows-1256", "قال الوزير يوم السبت إن المحادثات سارت على ما يرام وإن الجميع سيعودون إلى ديارهم."},
		{"shift_jis", "大臣は土曜日に、協議は順調に進んだと述べた。全員が家に帰ると付け加えた。"},
	} {
		enc, _ := charset.Lookup(c.charset)
		data, err := enc.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		got, note, err := decode(data)
		if got != c.text || note != "not UTF-8, read as "+c.charset || err != nil {
			t.Errorf("%s: got %q, note %q, error %v", c.charset, got, note, err)
		}
	}
}

func TestDecodeKeepsDamagedUTF8(t *testing.T) {
	text := strings.Repeat("“Malé” ", 10)
	got, note, err := decode([]byte(text + "\xff\xe2\x80"))
	if got != text+"\uFFFD" || note != "3 bytes are no UTF-8 and are shown as \uFFFD" || err != nil {
		t.Errorf("got %q, note %q, error %v", got, note, err)
	}
}

func TestDecodeLeavesEscapeSequencesOut(t *testing.T) {
	const text = "Ferries \x1b[31mstop\x1b[0m\r\n\r\n“Today,” \x1b]0;pwn\x07she said."
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	const want = "Ferries stop\n\n“Today,” she said."
	for name, data := range map[string][]byte{"UTF-8": []byte(text), "UTF-16": utf16} {
		if got, _, err := decode(data); got != want || err != nil {
			t.Errorf("%s: got %q, error %v", name, got, err)
		}
	}
}

func TestDecodeRefusesBinary(t *testing.T) {
	for want, data := range map[string][]byte{
		"no text: image/png":       []byte("\x89PNG\x0d\x0a\x1a\x0a\x00\x00"),
		"no text: application/pdf": []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
		"no text: application/zip": []byte("PK\x03\x04\x00"),
		"no text: binary data":     []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00"),
	} {
		if _, _, err := decode(data); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if _, _, err := decode(bytes.Repeat([]byte("\x01\x02abc"), 40)); err == nil {
		t.Error("control characters taken for text")
	}
}
