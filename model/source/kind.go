package source

import (
	"path/filepath"
	"regexp"
	"strings"

	"quoth/model/source/mail"
)

// isPage tells HTML, by the name and else by how it begins.
func isPage(name string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	case ".md", ".markdown", ".txt", ".text":
		return false
	}
	return pageStart.Match(data[:min(len(data), sample)])
}

var pageStart = regexp.MustCompile(`(?i)^\s*(?:\x{feff}\s*)?(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html)[\s>]`)

// isMessage tells a message, by the name and else by its header.
func isMessage(name string, data []byte) bool {
	return strings.EqualFold(filepath.Ext(name), ".eml") || mail.Is(data)
}

// isMarkdown tells Markdown from plain text, by the name and else by what
// stands in it: front matter, a heading of its own kind, a link.
func isMarkdown(name, text string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	switch ext {
	case ".md", ".markdown", ".mkd", ".mdown", ".mdwn":
		return true
	}
	if matter, _ := cutFrontMatter(text); matter != "" && keyValue.MatchString(firstLine(matter)) {
		return true
	}
	return ext != ".txt" && ext != ".text" && markdownSigns.MatchString(text)
}

var markdownSigns = regexp.MustCompile(`(?m)^#{1,6} \S|^\x60{3}|\[[^\]\n]+\]\((?:https?:|/|\.)[^)\s]*\)`)

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
