// Package task is everything that takes time: each command and the result that
// comes back from it. A command changes no state; a result carries the era in
// which it was asked for, so that the App can drop one that comes too late.
package task

import (
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui/desk"
	"quoth/ui/page"
)

// Era counts what was asked for: of two results of a kind only the one of the
// present era counts.
type Era int

// Opened is an article that was read and measured, or why it could not be.
type Opened struct {
	Era     Era
	Ref     string
	Article *model.Article
	Recalled
	Page   *page.Page
	Method ansi.Method
	Err    error
}

// Recalled is what the library knows of an article that is opened.
type Recalled struct {
	Place     int         // byte up to which it was read the last time
	Warning   string      // why its text looks cut
	Published model.Stamp // as the reader set it by hand; zero where they did not
}

// Open reads an article and measures it. recall tells what is known of it; it may
// be nil.
func Open(era Era, ref string, load func(string) (*model.Article, error), recall func(*model.Article) Recalled, m ansi.Method) tea.Cmd {
	return func() tea.Msg {
		a, err := load(ref)
		if err != nil {
			return Opened{Era: era, Ref: ref, Err: err}
		}
		o := Opened{Era: era, Ref: ref, Article: a, Method: m}
		var recalled sync.WaitGroup
		if recall != nil {
			recalled.Go(func() { o.Recalled = recall(a) }) // beside the measuring, which takes as long
		}
		o.Page = page.New(a, m)
		recalled.Wait()
		if o.Published.Known() && o.Published != a.Published {
			a.Published = o.Published // nobody else has the article yet
		}
		return o
	}
}

// Leave keeps where an article is left.
func Leave(a *model.Article, place int, keep func(*model.Article, int)) tea.Cmd {
	return func() tea.Msg {
		keep(a, place)
		return nil
	}
}

// Measured is the open article measured anew, by another way of counting cells.
type Measured struct {
	Era    Era
	Page   *page.Page
	Method ansi.Method
}

// Measure measures an article anew.
func Measure(era Era, a *model.Article, m ansi.Method) tea.Cmd {
	return func() tea.Msg { return Measured{era, page.New(a, m), m} }
}

// Annotated is what the engine found in an article and what the reader made of
// it, ready to be shown.
type Annotated struct {
	Era  Era
	Desk *desk.Desk
	Tags []string // of the notes in the library
	Err  error    // why the reader's notes are not there
}

// Kept gives what a reader made of an article, and the name that the library has
// for it.
type Kept func(a *model.Article) (id string, marks model.Marks, err error)

// Annotate asks the engine, then the library, which may keep an article only
// when the engine is done with it. Without a library kept is nil.
func Annotate(era Era, a *model.Article, annotate func(*model.Article) model.Annotations, kept Kept, tags func() []string, kinds []model.NoteKind) tea.Cmd {
	return func() tea.Msg {
		ann := annotate(a)
		var id string
		var marks model.Marks
		var err error
		if kept != nil {
			id, marks, err = kept(a)
		}
		out := Annotated{Era: era, Desk: desk.Lay(id, a, ann, marks, kinds), Err: err}
		if tags != nil {
			out.Tags = tags()
		}
		return out
	}
}

// Browsed is an address that was handed to the browser, or why it could not be.
type Browsed struct {
	URL string
	Err error
}

// Browse hands an address to the browser.
func Browse(url string, browse func(string) error) tea.Cmd {
	return func() tea.Msg { return Browsed{url, browse(url)} }
}
