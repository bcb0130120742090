package ui

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/intent"
)

// kinds lists the kinds of highlights, in the order of their looks.
func (a *App) kinds() []model.NoteKind { return kinds(a.opt.Kinds) }

func kinds(own []model.NoteKind) []model.NoteKind {
	return append([]model.NoteKind{model.NotePlain, model.NoteImportant, model.NoteDoubt, model.NoteCheck}, own...)
}

// showNotes lists the notes and marks them in the text, that where the reader is
// among them.
func (a *App) showNotes() {
	a.notes.SetDesk(a.desk)
	if a.desk.ID == "" {
		a.notes.SetState("No notes can be kept of this article: it is not in the library.")
	}
	if a.comparing() {
		a.notes.SetState("Notes are kept of the article, not of what changed in it: " + a.keyFor(intent.Close) + " leads back to it.")
	}
	a.reader.SetNotes(a.desk.NoteMarks)
	a.margin.SetNotes(a.marginal())
	if a.desk.Find(a.note) < 0 {
		a.note = ""
	}
}

// setNote makes a note the one where the reader is.
func (a *App) setNote(id string) {
	a.note = id
	a.notes.ChooseNote(id)
}

// noteHere gives the note that the reader means: the chosen one of the list, else
// the one just gone to, else the first on the current quotation, else, where
// nobody is quoted, the first on the screen.
func (a *App) noteHere() (desk.Note, bool) {
	if a.desk == nil || !a.reading {
		return desk.Note{}, false
	}
	if a.onPanel && a.side == sideNotes {
		return a.notes.Note()
	}
	seen := a.reader.Visible()
	if i := a.desk.Find(a.note); i >= 0 && (a.desk.Notes[i].Span.Empty() || a.desk.Notes[i].Span.Overlaps(seen)) {
		return a.desk.Notes[i], true
	}
	if a.current >= 0 {
		if i := a.desk.On(&a.ann.Quotes[a.current]); i >= 0 {
			return a.desk.Notes[i], true
		}
		return desk.Note{}, false
	}
	if i := a.desk.At(seen); i >= 0 {
		return a.desk.Notes[i], true
	}
	return desk.Note{}, false
}

// annotate asks for a note on the current quotation. The note that is there
// already is written anew; in the list of notes that is the chosen one.
func (a *App) annotate(words string) tea.Cmd {
	switch {
	case !a.keeps():
		return nil
	case a.onPanel && a.side == sideNotes:
		if n, ok := a.notes.Note(); ok {
			return a.writeNote(n.Note, words)
		}
	}
	s, ok := a.passage()
	if !ok {
		a.status.Say("no quotation here: " + a.keyFor(intent.AnnotateArticle) + " writes on the article")
		return nil
	}
	for _, n := range a.desk.Notes {
		if n.Span == s {
			return a.writeNote(n.Note, words)
		}
	}
	return a.writeNote(desk.New(a.article, s), words)
}

// annotateArticle asks for a note on the whole article, or for other words of
// the one there is.
func (a *App) annotateArticle(words string) tea.Cmd {
	if !a.keeps() {
		return nil
	}
	if i := slices.IndexFunc(a.desk.Notes, func(n desk.Note) bool { return n.Whole() }); i >= 0 {
		return a.writeNote(a.desk.Notes[i].Note, words)
	}
	return a.writeNote(model.Note{}, words)
}

// passage gives the stretch of the text that a note is to be on.
func (a *App) passage() (model.Span, bool) {
	if a.selecting() {
		s := a.reader.Selected()
		return s, !s.Empty()
	}
	if a.current < 0 {
		return model.Span{}, false
	}
	return desk.Cover(&a.ann.Quotes[a.current]), true
}

// writeNote asks for the words of a note on one line, or takes those that came
// with a command.
func (a *App) writeNote(n model.Note, words string) tea.Cmd {
	if words != "" {
		return a.keepLine(n, words)
	}
	line, ok := desk.Line(n)
	if !ok {
		a.status.Say("this note does not fit on one line: " + a.keyFor(intent.EditNote) + " opens it in the editor")
		return nil
	}
	if u := a.unwritten; u.ref == a.ref && u.note.ID == n.ID && u.note.Passage == n.Passage {
		line, a.unwritten = u.line, unwritten{}
	}
	a.asking, a.draft = askNote, n
	a.prompt.Open("note ", line, a.tags())
	a.askedNote()
	return nil
}

// unwritten is the words of a note whose prompt was closed without keeping them:
// a slip of the finger must not lose them.
type unwritten struct {
	ref  string // of the article
	note model.Note
	line string
}

// abandon puts the words of the prompt by, where they are not what is kept.
func (a *App) abandon() {
	words := a.prompt.Value()
	if kept, _ := desk.Line(a.draft); strings.TrimSpace(words) == "" || words == kept {
		return
	}
	a.unwritten = unwritten{a.ref, a.draft, words}
	key := a.keyFor(intent.Annotate)
	if a.draft.Whole() {
		key = a.keyFor(intent.AnnotateArticle)
	}
	a.status.Say("not kept; " + key + " brings your words back")
}

// askedNote completes the tag that is being typed.
func (a *App) askedNote() {
	a.prompt.Suggest(desk.CompleteTags(a.prompt.Value(), a.tags(), a.asking == askTags))
	a.prompt.SetNote("")
	if a.prompt.Value() == "" {
		a.prompt.SetNote("#word is a tag")
	}
}

func (a *App) tags() []string {
	if a.desk == nil {
		return nil
	}
	return model.CleanTags(append(a.desk.Tags(), a.tagged...))
}

// keepLine keeps a note with the words and tags of a line.
func (a *App) keepLine(n model.Note, line string) tea.Cmd {
	text, tags := desk.ParseLine(line)
	switch {
	case n.ID != "" && n.Text == text && slices.Equal(n.Tags, tags):
		return nil
	case n.ID == "" && n.Whole() && text == "" && len(tags) == 0:
		a.status.Say("nothing written")
		return nil
	}
	return a.keepNote(n, "note kept", func(n *model.Note) { n.Text, n.Tags = text, tags }, func() {
		a.asking, a.draft = askNote, n
		a.prompt.Open("note ", line, a.tags())
		a.prompt.SetFault(a.status.Message()) // which the prompt covers
	})
}

// keepNote brings a change of a note on its way to the disk: of a new one where it
// has no ID, else of the one with that ID as it is when its turn comes, so that
// what was done meanwhile is not undone by it. lost is called where it cannot be
// kept; it may be nil. A note on the whole article that says nothing any more is
// taken away.
func (a *App) keepNote(n model.Note, said string, set func(n *model.Note), lost func()) tea.Cmd {
	article, mint, now := a.article, a.opt.NoteID, a.now()
	will := n
	if set(&will); n.ID != "" {
		said = a.toldEmpty(n, will, said)
	}
	return a.do(change{said: said, lost: lost, make: func(d *desk.Desk) (model.Action, error) {
		after := n
		edit := model.Edit[model.Note]{After: &after}
		set(&after)
		i := d.Find(n.ID)
		if n.ID == "" && after.Text == "" { // tags and kinds are for the note that came there meanwhile
			i = slices.IndexFunc(d.Notes, func(have desk.Note) bool { return have.Passage == n.Passage })
		}
		if i >= 0 {
			edit.Before, after = &d.Notes[i].Note, d.Notes[i].Note
			set(&after)
		}
		after.Article, after.Changed = d.ID, now
		if edit.Before != nil {
			if saysNothing(after) {
				edit.After = nil
			}
			return model.Action{Notes: []model.Edit[model.Note]{edit}}, nil
		}
		var err error
		after.Created = now
		after.ID, err = mint(article, n.Passage)
		return model.Action{Notes: []model.Edit[model.Note]{edit}}, err
	}})
}

// saysNothing reports whether a note neither says nor marks anything.
func saysNothing(n model.Note) bool { return n.Whole() && n.Text == "" && len(n.Tags) == 0 }

// toldEmpty gives what to say of a change, where it leaves a note without words.
func (a *App) toldEmpty(before, after model.Note, said string) string {
	switch {
	case saysNothing(after):
		return "note deleted; " + a.undoKey() + " brings it back"
	case before.Text != "" && after.Text == "":
		return "the words are gone, the mark stays; " + a.undoKey() + " brings them back"
	}
	return said
}

// deleteNote takes the note away that is here.
func (a *App) deleteNote() tea.Cmd {
	if c, ok := a.notes.Lost(); ok && a.reading && a.onPanel && a.side == sideNotes {
		return a.takeAway(c)
	}
	n, ok := a.noteHere()
	switch {
	case !a.keeps():
		return nil
	case !ok:
		a.status.Say("no note here")
		return nil
	}
	return a.do(change{said: "note deleted; " + a.undoKey() + " brings it back", make: func(d *desk.Desk) (model.Action, error) {
		i := d.Find(n.ID)
		if i < 0 {
			return model.Action{}, nil
		}
		return model.Action{Notes: []model.Edit[model.Note]{{Before: &d.Notes[i].Note}}}, nil
	}})
}

// now is the moment at which something is done.
func (a *App) now() time.Time {
	if a.opt.Now == nil {
		return time.Time{}
	}
	return a.opt.Now().UTC().Truncate(time.Millisecond)
}
