package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/intent"
	"quoth/ui/task"
)

// startHighlight asks for the kind of the note that is here, or of a new
// highlight.
func (a *App) startHighlight(words string) tea.Cmd {
	n, ok := a.noted()
	if !ok {
		return nil
	}
	if words != "" {
		return a.highlight(n, words)
	}
	a.asking, a.draft = askKind, n
	a.prompt.Open("kind ", "", a.kindNames())
	a.prompt.SetNote(strings.Join(a.kindNames(), "  "))
	return nil
}

// kindNames are the kinds by name; the plain one is called so.
func (a *App) kindNames() []string {
	var out []string
	for _, k := range a.kinds() {
		if k == model.NotePlain {
			k = plainKind
		}
		out = append(out, string(k))
	}
	return out
}

const plainKind = "plain"

// highlight gives a note another kind, named by its first letters.
func (a *App) highlight(n model.Note, name string) tea.Cmd {
	names := a.kindNames()
	i := slices.IndexFunc(names, func(k string) bool { return strings.HasPrefix(k, strings.TrimSpace(name)) })
	if i < 0 {
		a.status.Fail("no such kind: " + name + " (there are " + strings.Join(names, ", ") + "; highlights in config.toml adds some)")
		return nil
	}
	return a.keepNote(n, "highlighted: "+names[i], func(n *model.Note) { n.Kind = a.kinds()[i] }, nil)
}

// noted gives the note that is here, else a new one on the current quotation.
func (a *App) noted() (model.Note, bool) {
	if !a.keeps() {
		return model.Note{}, false
	}
	if n, ok := a.noteOnPassage(); ok {
		return n, true
	}
	a.status.Say("no note here: " + a.keyFor(intent.Annotate) + " writes one")
	return model.Note{}, false
}

// startTag asks for tags of the note that is here, or takes one off it.
func (a *App) startTag(words string, off bool) tea.Cmd {
	n, ok := a.noted()
	if !ok {
		return nil
	}
	if words != "" {
		return a.tag(n, words, off)
	}
	a.draft = n
	if off {
		a.asking = askUntag
		a.prompt.Open("untag ", "", n.Tags)
		a.prompt.SetNote("#" + strings.Join(n.Tags, " #"))
		return nil
	}
	a.asking = askTags
	a.prompt.Open("tag ", "", a.tags())
	return nil
}

// tag adds tags to a note or takes them off.
func (a *App) tag(n model.Note, words string, off bool) tea.Cmd {
	tags := desk.ParseTags(words)
	if len(tags) == 0 {
		return nil
	}
	said := "tagged #" + strings.Join(tags, " #")
	if off {
		said = "taken off: #" + strings.Join(tags, " #")
	}
	return a.keepNote(n, said, func(n *model.Note) {
		if off {
			n.Tags = slices.DeleteFunc(slices.Clone(n.Tags), func(t string) bool { // kept with a comma or without
				return slices.Contains(tags, t) || slices.Contains(tags, strings.Join(desk.ParseTags(t), " "))
			})
		} else {
			n.Tags = model.CleanTags(slices.Concat(n.Tags, tags))
		}
	}, nil)
}

// editNote opens the note that is here in the editor, or a new one.
func (a *App) editNote() tea.Cmd {
	n, ok := a.noted()
	switch {
	case !ok:
		return nil
	case a.opt.Edit == nil:
		a.status.Fail("no editor: set $VISUAL or $EDITOR")
		return nil
	}
	a.reader.EndSelection()
	era, words := a.era, n.Text
	if w := a.written; w != nil && w.Era == era && w.Note.ID == n.ID && w.Note.Passage == n.Passage {
		words = w.Text // that could not be kept
	}
	a.written = nil
	return a.opt.Edit(words, func(text string, err error) tea.Msg {
		return task.Edited{Era: era, Note: n, Text: text, Err: err}
	})
}

// edited keeps what was written in the editor.
func (a *App) edited(msg task.Edited) tea.Cmd {
	n := msg.Note
	switch text := strings.TrimSpace(msg.Text); {
	case msg.Err != nil:
		a.status.Fail(msg.Err.Error())
	case msg.Era != a.era || text == n.Text:
	case text == "" && n.ID == "":
		a.status.Say("nothing written")
	default:
		return a.keepNote(n, "note kept", func(n *model.Note) { desk.Rewrite(n, text) }, func() { a.written = &msg })
	}
	return nil
}

// noteOnPassage gives the note that is here, else one to be made on the passage
// where the reader is.
func (a *App) noteOnPassage() (model.Note, bool) {
	if n, ok := a.noteHere(); ok && !a.selecting() {
		return n.Note, true
	}
	s, ok := a.passage()
	if !ok || a.onPanel && a.side == sideNotes {
		return model.Note{}, false
	}
	return desk.New(a.article, s), true
}
