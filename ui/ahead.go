package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
)

// ahead is what the reader typed before it could be done: something to keep, asked
// for while the engine still reads, and the keys after it. They wait, because the
// words of a note would be taken for commands.
type ahead struct {
	intent intent.Intent
	keys   []tea.KeyPressMsg
}

// tooEarly reports whether an intent has to wait until the article is annotated.
func (a *App) tooEarly(in intent.Intent) bool {
	if !a.reading || a.article == nil || a.desk != nil || a.opening || a.helping || a.opt.Kept == nil || a.opt.Act == nil {
		return false
	}
	return slices.Contains([]intent.ID{
		intent.Annotate, intent.AnnotateArticle, intent.EditNote, intent.Highlight, intent.Tag, intent.Untag,
		intent.Speaker, intent.OneName, intent.Confirm, intent.Dismiss, intent.AddQuote,
		intent.SetKind, intent.SetWhere, intent.SetWhen, intent.SetType, intent.Undo, intent.Redo,
		intent.Star, intent.Read, intent.Archive, intent.Delete, intent.TagArticle, intent.UntagArticle, intent.SetPublished,
	}, in.ID)
}

// wait keeps a key for later; esc and ctrl+c give up what was typed ahead.
func (a *App) wait(msg tea.KeyPressMsg) {
	switch msg.String() {
	case "esc", "ctrl+c", "ctrl+g":
		a.ahead = nil
		a.status.Say("")
	default:
		a.ahead.keys = append(a.ahead.keys, msg)
	}
}

// catchUp does what was typed ahead.
func (a *App) catchUp() tea.Cmd {
	if a.ahead == nil {
		return nil
	}
	early := a.ahead
	a.ahead = nil
	cmds := []tea.Cmd{a.perform(early.intent)}
	for _, msg := range early.keys {
		cmds = append(cmds, a.key(msg))
	}
	return tea.Batch(cmds...)
}
