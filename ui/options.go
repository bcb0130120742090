package ui

import (
	"quoth/model"
	"quoth/ui/keymap"
	"quoth/ui/pane/shelf"
)

// Options is what the App is given: its ways to the world, and its settings.
// Every function is called off the key path, in a command; Annotate may be
// called by several at once.
type Options struct {
	Articles []shelf.Entry                            // what is on the shelf, in its order
	Reading  int                                      // the one to open at once, or -1 for the shelf
	Load     func(ref string) (*model.Article, error) // opens an Entry
	Annotate func(a *model.Article) model.Annotations // says who said what
	Browse   func(url string) error                   // opens the browser

	Keys  keymap.Map
	Width int  // cells of a line of text at most; 0 is DefaultWidth
	Mouse bool // on from the start
}

// DefaultWidth is the measure of a line of text, in cells.
const DefaultWidth = 72
