package source

import (
	"path/filepath"
	"regexp"
	"strings"

	"quoth/model/source/mail"
)

// kind is what a file holds, as far as its name tells.
type kind uint8

const (
	unknown kind = iota
	page
	message
	markup // Markdown
	plain
)

var extensions = map[string]kind{
	".html": page, ".htm": page, ".xhtml": page,
	".eml": message,
	".md":  markup, ".markdown": markup, ".mkd": markup, ".mdown": markup, ".mdwn": markup,
	".txt": plain, ".text": plain,
}

func named(name string) kind { return extensions[strings.ToLower(filepath.Ext(name))] }

// isPage tells HTML, by the name and else by how it begins.
func isPage(name string, data []byte) bool {
	switch named(name) {
	case page:
		return true
	case markup, plain:
		return false
	case message, unknown:
	}
	return pageStart.Match(data[:min(len(data), sample)])
}

var pageStart = regexp.MustCompile(`(?i)^\s*(?:\x{feff}\s*)?(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html)[\s>]`)

// isMessage tells a message, by the name and else by its header.
func isMessage(name string, data []byte) bool {
	return named(name) == message || mail.Is(data)
}

// isMarkdown tells Markdown from plain text, by the name and else by what
// stands in it: front matter, a heading of its own kind, a link.
func isMarkdown(name, text string) bool {
	if named(name) == markup {
		return true
	}
	if matter, _ := cutFrontMatter(text); matter != "" && keyValue.MatchString(firstLine(matter)) {
		return true
	}
	return named(name) != plain && markdownSigns.MatchString(text)
}

var markdownSigns = regexp.MustCompile(`(?m)^#{1,6} \S|^\x60{3}|\[[^\]\n]+\]\((?:https?:|/|\.)[^)\s]*\)`)

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
