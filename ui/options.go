package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/desk"
	"quoth/ui/keymap"
	"quoth/ui/task"
	"quoth/ui/theme"
)

// Options is what the App is given: its ways to the world, and its settings.
// All of its functions but Styles and Now, and its library, are called in
// commands, off the key path, and may be called by several at once.
type Options struct {
	Articles []catalog.Entry                          // what is on the shelf, in its order
	Reading  int                                      // the one to open at once, or -1 for the shelf
	Load     func(ref string) (*model.Article, error) // opens an Entry by its Ref
	Annotate func(a *model.Article) model.Annotations // says who said what
	Browse   func(url string) error                   // opens the browser
	Say      string                                   // what the status line tells first

	// What a reader makes of an article. Without Kept and Act nothing can be made.
	Kept   task.Kept                                                           // what was made before
	Act    func(act model.Action) error                                        // carries it out; when it returns it is on the disk
	NoteID func(a *model.Article, passage model.Anchor) (id string, err error) // names a new note
	Now    func() time.Time
	// Edit gives the command that opens words in the reader's editor. Its message
	// is what done makes of what stands there afterwards.
	Edit func(text string, done func(text string, err error) tea.Msg) tea.Cmd
	// Noted lists the notes of the whole library, Export writes what was made of an
	// article to the reader's folder and says what it did, Cite gives the line by
	// which to cite one.
	Noted  func() ([]desk.Hit, error)
	Export func(a *model.Article) (said string, err error)
	Cite   func(a *model.Article) string
	Tags   func() []string  // of the notes in the library, to complete from; nil is none
	Kinds  []model.NoteKind // of highlights beside the built-in ones

	// Library is the reader's library; nil is none. Where there are no Articles the
	// shelf is made of it. Recall tells what it knows of an article, KeepPlace keeps
	// where one is left, in bytes of its text. They may be nil.
	Library   catalog.Library
	Recall    func(a *model.Article) task.Recalled
	KeepPlace func(a *model.Article, place int)

	// Styles makes the look for the terminal's ground and what the terminal can
	// show; nil is the built-in look.
	Styles func(g theme.Ground, profile colorprofile.Profile) *theme.Styles
	Keys   keymap.Map
	Width  int  // cells of a line of text at most; 0 is DefaultWidth
	Mouse  bool // on from the start
}

// DefaultWidth is the measure of a line of text, in cells.
const DefaultWidth = 72

// The narrowest and the widest measure that can be set.
const (
	minWidth = 20
	maxWidth = 300
)
