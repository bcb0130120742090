package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
	"quoth/ui/task"
)

// ahead is what the reader typed before it could be done: something about the
// article in the library, asked for while it is opened or the engine still reads,
// and the keys and pasted words after it. They wait, because the words of a note would be taken for
// commands.
type ahead struct {
	era    task.Era // of the article that it is for
	intent intent.Intent
	typed  []tea.Msg
}

// tooEarly reports whether an intent has to wait until the article is annotated.
func (a *App) tooEarly(in intent.Intent) bool {
	if !a.reading || a.desk != nil && !a.opening || a.helping || a.opt.Kept == nil || a.opt.Act == nil {
		return false
	}
	return slices.Contains([]intent.ID{
		intent.Annotate, intent.AnnotateArticle, intent.EditNote, intent.Highlight, intent.Tag, intent.Untag,
		intent.Speaker, intent.OneName, intent.Confirm, intent.Dismiss, intent.AddQuote,
		intent.SetKind, intent.SetWhere, intent.SetWhen, intent.SetType, intent.Undo, intent.Redo,
		intent.Star, intent.Read, intent.Archive, intent.Delete, intent.TagArticle, intent.UntagArticle, intent.SetPublished,
		intent.Changes, intent.FullText, intent.Export,
	}, in.ID)
}

// unready says why it is too early.
func (a *App) unready() string {
	if a.opening {
		return "the article is still being opened"
	}
	return "still reading who said what"
}

// wait keeps what is typed for later; esc and ctrl+c give it up.
func (a *App) wait(msg tea.Msg) {
	if key, ok := msg.(tea.KeyPressMsg); ok && slices.Contains([]string{"esc", "ctrl+c", "ctrl+g"}, key.String()) {
		a.ahead = nil
		a.status.Say("")
		return
	}
	a.ahead.typed = append(a.ahead.typed, msg)
}

// catchUp does what was typed ahead. Where nothing asks for the words, for want of
// a quotation, they are no commands.
func (a *App) catchUp() tea.Cmd {
	if a.ahead == nil {
		return nil
	}
	early := a.ahead
	a.ahead = nil
	cmds := []tea.Cmd{a.perform(early.intent)}
	if a.asking == askNothing && asksForWords(early.intent) {
		return tea.Batch(cmds...)
	}
	for _, msg := range early.typed {
		switch msg := msg.(type) {
		case tea.KeyPressMsg:
			cmds = append(cmds, a.key(msg))
		case tea.PasteMsg:
			cmds = append(cmds, a.paste(msg))
		}
	}
	return tea.Batch(cmds...)
}

// asksForWords reports whether an intent that is asked for early opens the prompt.
func asksForWords(in intent.Intent) bool {
	return in.Arg == "" && slices.Contains([]intent.ID{
		intent.Annotate, intent.AnnotateArticle, intent.Highlight, intent.Tag, intent.Untag, intent.Speaker, intent.OneName,
		intent.AddQuote, intent.SetKind, intent.SetWhere, intent.SetWhen, intent.SetType,
		intent.TagArticle, intent.UntagArticle, intent.SetPublished,
	}, in.ID)
}
