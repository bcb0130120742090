package task

import (
	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/desk"
)

// Change says what is to be done on a desk. It may read the library, as when it
// names a new note, and changes nothing itself.
type Change func(d *desk.Desk) (model.Action, error)

// Acted is what a reader did, carried out and on the disk, or why it could not
// be. Nothing was changed then.
type Acted struct {
	Era    Era
	Desk   *desk.Desk // as it is afterwards; nil for what was done to the library alone
	Action model.Action
	Err    error
}

// Act carries out a change: when its result comes without an error, it is on the
// disk. Where the article gets another date, the engine is asked again: all that
// the text says of days hangs on it.
func Act(era Era, d *desk.Desk, change Change, act func(model.Action) error, annotate func(*model.Article) model.Annotations) tea.Cmd {
	return func() tea.Msg {
		failed := func(err error) tea.Msg { return Acted{Era: era, Desk: d, Err: err} }
		action, err := change(d)
		if err != nil {
			return failed(err)
		}
		after, err := d.With(action)
		if err != nil {
			return failed(err)
		}
		if !action.Empty() {
			if err := act(action); err != nil {
				return failed(err)
			}
		}
		if len(action.Datings) > 0 {
			after = desk.Lay(after.ID, after.Article, annotate(after.Article), after.Marks, after.Kinds)
		}
		return Acted{era, after, action, nil}
	}
}

// ActOnLibrary carries out what is done to the library, not on a desk.
func ActOnLibrary(era Era, do func() (model.Action, error)) tea.Cmd {
	return func() tea.Msg {
		action, err := do()
		return Acted{Era: era, Action: action, Err: err}
	}
}

// Edited is what was written in the reader's editor.
type Edited struct {
	Era  Era
	Note model.Note // as it was before
	Text string
	Err  error
}

// Noted is the notes of the whole library.
type Noted struct {
	Era  Era
	Hits []desk.Hit
	Err  error
}

// ListNotes asks the library for all notes.
func ListNotes(era Era, list func() ([]desk.Hit, error)) tea.Cmd {
	return func() tea.Msg {
		hits, err := list()
		return Noted{era, hits, err}
	}
}

// Exported says what came of an export.
type Exported struct {
	Said string
	Err  error
}

// Export writes what was made of an article to the reader's folder.
func Export(a *model.Article, export func(*model.Article) (string, error)) tea.Cmd {
	return func() tea.Msg {
		said, err := export(a)
		return Exported{said, err}
	}
}
