// Package mail makes an article of a message (RFC 5322, MIME), such as a
// newsletter saved as an .eml file. It reads one message from bytes; it speaks to
// no server and opens no attachment.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"quoth/model"
	"quoth/model/escape"
	"quoth/model/plaintext"
	"quoth/model/source/web"
)

// Is reports whether data begins like a message: with header lines, among them
// those of MIME or of a message that was sent.
func Is(data []byte) bool {
	head, _, _ := bytes.Cut(data[:min(len(data), 16<<10)], []byte("\n\n"))
	head, _, _ = bytes.Cut(head, []byte("\r\n\r\n"))
	m, err := mail.ReadMessage(io.MultiReader(bytes.NewReader(head), strings.NewReader("\n\n")))
	return err == nil && m.Header.Get("From") != "" && (m.Header.Get("Mime-Version") != "" || m.Header.Get("Message-Id") != "")
}

// Message makes an article of a message: of its plain text where that is more
// than a pointer to the HTML, else of its HTML.
func Message(data []byte) (*model.Extract, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("no message: %w", err)
	}
	var parts parts
	if err := parts.read(textproto.MIMEHeader(m.Header), m.Body, 0); err != nil {
		return nil, err
	}
	x, err := parts.extract()
	if err != nil {
		return nil, err
	}
	said := headOf(m)
	x.Title, x.Authors, x.Site, x.Published, x.Source = said.Title, said.Authors, said.Site, said.Published, ""
	return x, nil
}

// Head gives what the header of a message says, without text.
func Head(data []byte) (*model.Article, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("no message: %w", err)
	}
	return headOf(m), nil
}

func headOf(m *mail.Message) *model.Article {
	a := &model.Article{Title: header(m, "Subject")}
	a.Authors, a.Site = sender(m)
	if t, err := m.Header.Date(); err == nil {
		a.Published = model.Stamp{Time: t, HasClock: true}
	}
	return a
}

// words decodes the encoded words of headers (RFC 2047) in any charset.
func words() *mime.WordDecoder { return &mime.WordDecoder{CharsetReader: charset.NewReaderLabel} }

// header gives a header field in words, on one line.
func header(m *mail.Message, name string) string {
	raw := m.Header.Get(name)
	s, err := words().DecodeHeader(raw)
	if err != nil {
		s = raw
	}
	return strings.Join(strings.Fields(escape.Strip(strings.ToValidUTF8(s, "\uFFFD"))), " ")
}

// sender gives who wrote the message, and the list or host that it came from.
func sender(m *mail.Message) (authors []string, site string) {
	parser := mail.AddressParser{WordDecoder: words()}
	from, err := parser.ParseList(m.Header.Get("From"))
	if err != nil {
		return nil, ""
	}
	for _, a := range from {
		if escape.Strip(a.Name) != "" {
			authors = append(authors, escape.Strip(a.Name))
		} else {
			authors = append(authors, a.Address)
		}
		if _, host, ok := strings.Cut(a.Address, "@"); ok && site == "" {
			site = host
		}
	}
	if list, _, ok := strings.Cut(header(m, "List-Id"), "<"); ok && strings.TrimSpace(list) != "" {
		site = strings.Trim(list, `" `)
	}
	return authors, site
}

// parts holds the first readable parts of a message.
type parts struct {
	plain, html string
	flowed      bool // plain is in format=flowed (RFC 3676)
}

// Bounds of what is read of a message.
const (
	maxDepth = 10
	maxPart  = 16 << 20 // bytes
)

func (p *parts) read(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if depth > maxDepth {
		return errors.New("no message: its parts are nested too deeply")
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	if disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition")); disposition == "attachment" {
		return nil
	}
	switch body = io.LimitReader(decoded(h, body), maxPart); {
	case strings.HasPrefix(kind, "multipart/"):
		return p.readAll(multipart.NewReader(body, params["boundary"]), depth)
	case kind == "message/rfc822":
		m, err := mail.ReadMessage(body)
		if err != nil {
			return nil //nolint:nilerr // a broken attachment does not spoil the message
		}
		return p.read(textproto.MIMEHeader(m.Header), m.Body, depth+1)
	case kind == "text/plain" && p.plain == "":
		p.plain, err = text(body, h.Get("Content-Type"))
		p.flowed = strings.EqualFold(params["format"], "flowed")
		return err
	case kind == "text/html" && p.html == "":
		p.html, err = text(body, h.Get("Content-Type"))
		return err
	}
	return nil
}

func (p *parts) readAll(r *multipart.Reader, depth int) error {
	for {
		part, err := r.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			if p.plain != "" || p.html != "" {
				return nil // cut off behind what there is to read
			}
			return fmt.Errorf("no message that can be read: %w", err)
		}
		if err := p.read(part.Header, part, depth+1); err != nil {
			return err
		}
	}
}

// decoded undoes the encoding of a part. Base64 in messages is full of line ends
// and more that does not belong there.
func decoded(h textproto.MIMEHeader, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

func text(body io.Reader, contentType string) (string, error) {
	data, err := io.ReadAll(body)
	if err != nil && len(data) == 0 {
		return "", fmt.Errorf("no message that can be read: %w", err)
	}
	s := strings.ReplaceAll(web.Decode(data, contentType), "\r\n", "\n")
	return strings.ReplaceAll(s, "\r", "\n"), nil
}

// A plain part of fewer bytes than this only says that there is an HTML one.
const pointer = 300

var errEmpty = errors.New("no message that can be read: it has no text")

func (p *parts) extract() (*model.Extract, error) {
	plain := strings.TrimSpace(p.plain)
	if p.html != "" && len(plain) < pointer {
		x, err := web.Page([]byte(p.html), "", "text/html; charset=utf-8")
		if err == nil {
			x.Words.Origin = model.FromFile
			return x, nil
		}
		if plain == "" {
			return nil, err
		}
	}
	if plain == "" {
		return nil, errEmpty
	}
	if p.flowed {
		plain = unflow(plain)
	}
	x := &model.Extract{Article: model.Article{Text: plain, Blocks: plaintext.Blocks(plain, "")}}
	x.Words = model.Text{Format: model.FormatText, Origin: model.FromFile, Body: plain, Plain: plain}
	return x, nil
}

// unflow joins the lines that end in a blank with the ones that follow (RFC 3676,
// section 4.1). The line before a signature is "-- " and stays.
func unflow(s string) string {
	lines := strings.Split(s, "\n")
	var b strings.Builder
	for i, line := range lines {
		line = strings.TrimPrefix(line, " ") // stuffed
		switch {
		case i == len(lines)-1:
			b.WriteString(line)
		case strings.HasSuffix(line, " ") && line != "-- ":
			b.WriteString(line)
		default:
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	return b.String()
}
