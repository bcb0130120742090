package mail_test

import (
	"fmt"
	"strings"
	"testing"

	"quoth/model/source/mail"
)

const long = "The harbour bridge at Quenby will stay closed until spring, the port authority said on Saturday, after divers found cracks in two of its piers. " +
	"“Nobody wants to see it shut for another winter,” said Ida Moreau, who runs the authority. Repairs are to begin in March and will cost four million crowns."

func message(lines ...string) []byte {
	return []byte(strings.ReplaceAll(strings.Join(lines, "\n"), "\n", "\r\n"))
}

func TestMessage(t *testing.T) {
	for _, c := range []struct {
		name string
		in   []byte
		want string
	}{
		{
			"plain, with words of its own charset in the header",
			message(`From: =?utf-8?q?Ida_Mor=C3=A9au?= <ida@courier.example>`, `Subject: =?iso-8859-1?q?Br=FCcke?=`, ` geschlossen`,
				`Date: Sat, 31 Jan 2026 18:30:00 +0100`, `MIME-Version: 1.0`, `Content-Type: text/plain; charset=iso-8859-1`, `Content-Transfer-Encoding: quoted-printable`,
				``, `Gr=FC=DFe aus der Stadt, in der eine sehr lange Zeile um=`, `gebrochen wird.`),
			"Brücke geschlossen|Ida Moréau|courier.example|2026-01-31T18:30:00+01:00|Grüße aus der Stadt, in der eine sehr lange Zeile umgebrochen wird.",
		},
		{
			"flowed, with a signature",
			message(`From: ida@courier.example`, `Content-Type: text/plain; format=flowed`, ``, `one `, `line`, ``, ` > stuffed`, `-- `, `Ida`),
			"|ida@courier.example|courier.example||one line\n\n> stuffed\n--\nIda",
		},
		{
			"two forms, of which the plain one says enough",
			message(`From: "Courier" <x@mail.example>`, `List-Id: The Daily Courier <daily.courier.example>`, `Content-Type: multipart/alternative; boundary=b`, ``,
				`--b`, `Content-Type: text/plain; charset=utf-8`, ``, long, `--b`, `Content-Type: text/html`, ``, `<p>html</p>`, `--b--`),
			"|Courier|The Daily Courier||" + long,
		},
		{
			"two forms, of which the plain one is a pointer",
			message(`From: x@mail.example`, `Content-Type: multipart/mixed; boundary="a b"`, ``, `--a b`, `Content-Type: multipart/alternative; boundary=c`, ``,
				`--c`, ``, `Read this in the browser.`, `--c`, `Content-Type: text/html; charset=utf-8`, `Content-Transfer-Encoding: base64`, ``,
				"PGgxPkJyaWRnZTwvaDE+PHA+VGhlIGJy\r\naWRnZSBpcyA8Yj5zaHV0PC9iPi48L3A+", `--c--`, `--a b`,
				`Content-Disposition: attachment; filename=a.txt`, ``, `attached`, `--a b--`),
			"|x@mail.example|mail.example||Bridge\n\nThe bridge is shut.",
		},
		{
			"forwarded",
			message(`From: x@mail.example`, `Content-Type: multipart/mixed; boundary=b`, ``, `--b`, `Content-Type: message/rfc822`, ``, `Subject: inner`, ``, `The words inside.`, `--b--`),
			"|x@mail.example|mail.example||The words inside.",
		},
		{
			"escape sequences, as bytes and in encoded words",
			message(`From: =?utf-8?b?G1szMW1JZGE=?= <ida@courier.example>`, `Subject: =?utf-8?b?U2VhG1swbQ==?=`, ``, "The \x1b[1mwords."),
			"Sea|Ida|courier.example||The words.",
		},
		{
			"cut off in the middle",
			message(`From: x@mail.example`, `Content-Type: multipart/mixed; boundary=b`, ``, `--b`, ``, `The words.`),
			"|x@mail.example|mail.example||The words.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := mail.Message(c.in)
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("%s|%s|%s|%s|%s", x.Title, strings.Join(x.Authors, ";"), x.Site, x.Published, x.Text)
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if x.Words.Plain != x.Text {
				t.Errorf("plain is %q", x.Words.Plain)
			}
		})
	}
}

func TestNoMessage(t *testing.T) {
	nested := "From: x\n"
	for i := range 20 {
		nested += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	for name, in := range map[string]string{
		"words":           "The bridge is shut.",
		"empty":           "From: x@y.example\n\n",
		"attachment only": "From: x@y.example\nContent-Type: application/pdf\n\n%PDF",
		"nested":          nested + "\nwords",
	} {
		if x, err := mail.Message([]byte(in)); err == nil {
			t.Errorf("%s: read as %q", name, x.Text)
		}
	}
}

func TestIs(t *testing.T) {
	for in, want := range map[string]bool{
		"From: a@b.example\r\nMime-Version: 1.0\r\nSubject: x\r\n\r\nwords":              true,
		"Received: from x\n by y\nFrom: a@b.example\nMessage-ID: <1@b.example>\n\nwords": true,
		"From: the editor\n\nDear readers":                                               false,
		"Dear readers: this is no mail":                                                  false,
		"":                                                                               false,
	} {
		if got := mail.Is([]byte(in)); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

func FuzzMessage(f *testing.F) {
	f.Add(message(`From: a <b@c>`, `Content-Type: multipart/mixed; boundary=b`, ``, `--b`, `Content-Transfer-Encoding: base64`, ``, `AAAA`, `--b--`))
	f.Fuzz(func(t *testing.T, in []byte) {
		x, err := mail.Message(in)
		if err == nil && (strings.TrimSpace(x.Text) == "" || x.Words.Plain != x.Text) {
			t.Fatalf("text is %q", x.Text)
		}
	})
}
