package export

import (
	"net/url"
	"strings"

	"quoth/model"
	"quoth/model/anchor"
)

// pageOf gives the address of an article's page, "" for a file.
func pageOf(source string) string {
	u, err := url.Parse(source)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String()
}

const (
	// longFragment is the longest passage in bytes that a link holds as a whole.
	longFragment = 200
	// fragmentWords is how many words of each end a link to a longer one holds.
	fragmentWords = 6
)

// fragmentLink gives the address of a passage in an article's page: a text
// fragment (WICG Scroll to Text Fragment), which names the words themselves.
// Quotation marks are left out, because pages write them in many ways.
func fragmentLink(source, text string, s model.Span) string {
	page := pageOf(source)
	words := strings.Trim(s.In(text), "\"“”„«»‘’' \n")
	if page == "" || words == "" {
		return page
	}
	var b strings.Builder
	b.WriteString(page)
	b.WriteString("#:~:text=")
	if strings.Count(text, words) > 1 {
		if before := strings.Fields(anchor.New(text, s).Prefix); len(before) > 1 {
			b.WriteString(escapeFragment(strings.Join(before[1:], " "))) // the first word may be half of one
			b.WriteString("-,")
		}
	}
	fields := strings.Fields(words)
	if len(words) <= longFragment && !strings.Contains(words, "\n\n") || len(fields) <= 2*fragmentWords {
		b.WriteString(escapeFragment(strings.Join(fields, " ")))
		return b.String()
	}
	b.WriteString(escapeFragment(strings.Join(fields[:fragmentWords], " ")))
	b.WriteByte(',')
	b.WriteString(escapeFragment(strings.Join(fields[len(fields)-fragmentWords:], " ")))
	return b.String()
}

// escapeFragment writes words so that they mean nothing else in a fragment. The
// dash, too, has a meaning there.
func escapeFragment(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '~' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('%')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
	return b.String()
}
