package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/model/correct"
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/motion"
	"quoth/ui/pane/reader"
	"quoth/ui/statement"
)

// selecting reports whether motions move the end of a selection.
func (a *App) selecting() bool {
	on, _ := a.reader.Selecting()
	return on && a.reading && !a.helping && !a.onPanel
}

// selectBy begins a selection, or changes whether it is of characters or lines;
// asked for what it is already, it ends it.
func (a *App) selectBy(lines bool) {
	if !a.reading || a.article == nil || a.helping {
		return
	}
	if a.onPanel {
		a.stay()
	}
	if on, now := a.reader.Selecting(); on && now == lines {
		a.reader.EndSelection()
		return
	}
	a.reader.Select(a.selectFrom(), lines)
}

// selectFrom is where a selection begins: at the name or match just gone to, at
// the current quotation, or at the top of the window.
func (a *App) selectFrom() int {
	seen := a.reader.Visible()
	if a.hit >= 0 && a.hit < len(a.hits) && a.hits[a.hit].Overlaps(seen) {
		return a.hits[a.hit].Start
	}
	if f := a.reader.Focus(); !f.Empty() && f.Overlaps(seen) {
		return f.Start
	}
	if a.current >= 0 {
		if c := a.ann.Quotes[a.current].Content[0]; c.Overlaps(seen) {
			return c.Start
		}
	}
	return seen.Start
}

// motion moves the end of the selection n times.
func (a *App) motion(n int, by func(text string, off int) int) {
	if !a.selecting() {
		a.status.Say(a.keyFor(intent.SelectWords) + " selects words first")
		return
	}
	off := a.reader.Cursor()
	for range n {
		to := by(a.article.Text, off)
		if to == off {
			break
		}
		off = to
	}
	a.reader.MoveTo(off)
}

// byBlocks moves by paragraphs.
func (a *App) byBlocks(n int) {
	a.reader.MoveTo(motion.Paragraph(a.article.Blocks, a.reader.Cursor(), n))
}

func (a *App) inSelection(do func(*reader.Pane)) {
	if a.selecting() {
		do(a.reader)
	}
}

// copySelection hands the selected words to the terminal's clipboard.
func (a *App) copySelection() tea.Cmd {
	words := a.reader.Selected().In(a.article.Text)
	a.reader.EndSelection()
	a.status.Say("sent to the clipboard: " + plural(len(strings.Fields(words)), "word"))
	return tea.SetClipboard(statement.CopiedWords(words))
}

// addQuote makes a quotation of the selection and asks who said it.
func (a *App) addQuote(words string) tea.Cmd {
	s := a.reader.Selected()
	switch {
	case !a.keeps():
		return nil
	case s.Empty():
		a.status.Say(a.keyFor(intent.SelectWords) + " selects what was said first")
		return nil
	}
	text, now := a.article.Text, a.now()
	return a.askSpeaker(words, nil, func(who speaker) tea.Cmd {
		a.reader.EndSelection()
		return a.do(change{said: "quotation kept: " + who.name(), at: s, make: func(d *desk.Desk) (model.Action, error) {
			c := correct.Found(d.ID, text, s)
			c.Speaker, c.SpeakerKind = who.Name, who.Kind
			return correct.Make(d.Marks, c, now), nil
		}})
	})
}
