package notes

import (
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/ui/desk"
	"quoth/ui/line"
	"quoth/ui/page"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// item draws a note: its words, what the reader says of them, tags and kind.
func (p *Pane) item(pen line.Pen, styles *theme.Styles, width int, n desk.Note) sheet.Item {
	look := styles.Highlight(max(slices.Index(p.kinds, n.Kind), 0))
	b := block{pen: pen, width: width, lead: sheet.Piece{Style: look.Sign.Current, Text: look.Glyph + " "}}
	b.put(passage(n), 2, styles.Quiet)
	b.putLines(n.Text, 4, styles.Text)
	b.put(about(n), 0, styles.Quiet)
	return b.item()
}

// lostItem draws a correction whose words are gone.
func lostItem(pen line.Pen, styles *theme.Styles, width int, c model.Correction) sheet.Item {
	b := block{pen: pen, width: width, lead: sheet.Piece{Style: styles.Quiet, Text: "○ "}}
	b.put(page.Show(strings.Join(strings.Fields(desk.Words(c)), " ")), 2, styles.Quiet)
	b.put("corrected: "+desk.Told(c), 2, styles.Text)
	b.put("lost: its words are not in the text any more", 0, styles.Quiet)
	return b.item()
}

// block is an item that is being drawn: a sign, and words behind it.
type block struct {
	pen   line.Pen
	width int
	lead  sheet.Piece
	lines []sheet.Line
}

// put adds words on so many lines at most; 0 is as many as they take.
func (b *block) put(words string, most int, style uv.Style) {
	for _, text := range b.pen.Wrap(words, b.width-2, most) {
		b.add(text, style)
	}
}

// putLines adds words that have lines of their own, on so many lines at most. An
// ellipsis stands for what is left out.
func (b *block) putLines(words string, most int, style uv.Style) {
	var all []string
	for line := range strings.SplitSeq(words, "\n") {
		if all = append(all, b.pen.Wrap(line, b.width-2, most+1)...); len(all) > most {
			all = all[:most]
			all[most-1] = b.pen.Cut(strings.TrimRight(all[most-1], "…")+" …", b.width-2)
			break
		}
	}
	for _, text := range all {
		b.add(text, style)
	}
}

// add adds a line, with the sign before the first one.
func (b *block) add(text string, style uv.Style) {
	b.lines = append(b.lines, sheet.Line{Left: []sheet.Piece{b.lead, {Style: style, Text: text}}})
	b.lead = sheet.Piece{Text: "  "}
}

// item gives the item, with a blank line below it.
func (b *block) item() sheet.Item {
	return sheet.Item{Lines: append(b.lines, sheet.Line{}), Pick: true}
}

// passage gives the words that a note is on.
func passage(n desk.Note) string {
	if n.Whole() {
		return "on the whole article"
	}
	return page.Show(strings.Join(strings.Fields(n.Passage.Exact), " "))
}

// about tells kind and tags, and where the words could not be found as they
// were.
func about(n desk.Note) string {
	var parts []string
	if n.Kind != model.NotePlain {
		parts = append(parts, string(n.Kind))
	}
	for _, t := range n.Tags {
		parts = append(parts, "#"+t)
	}
	switch {
	case n.Orphan():
		parts = append(parts, "· orphan: its words are not in the text any more")
	case n.Fit == anchor.Approximate:
		parts = append(parts, "· approximate: the words have changed")
	}
	return strings.Join(parts, " ")
}
