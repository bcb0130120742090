package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/model/anchor"
	"quoth/model/export"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/ui/config"
	"quoth/ui/desk"
)

// marks gives what the reader made of an article, and the name that the library
// has for it, or will have. One that is being kept is waited for.
func (p *program) marks(a *model.Article) (string, model.Marks, error) {
	l, err := p.library()
	if err != nil {
		return "", model.Marks{}, err
	}
	id, err := p.idOf(l, a)
	if err != nil || id == "" {
		return "", model.Marks{}, err
	}
	m, err := l.Marks(p.ctx, id)
	if m.Dating.Article == "" { // it will be kept as it says of itself
		m.Dating, m.Tags = model.Dating{Article: id, Published: a.Published}, a.Tags
	}
	return id, m, err
}

// opened is marks of an article that is before the reader now: that makes it a
// read one.
func (p *program) opened(a *model.Article) (string, model.Marks, error) {
	id, m, err := p.marks(a)
	if err != nil || id == "" || m.State.Read {
		return id, m, err
	}
	l, err := p.library()
	if err != nil {
		return id, m, err
	}
	undo, err := l.Change(p.ctx, model.Change{Flag: model.FlagRead, On: []string{id}})
	if errors.Is(err, library.ErrReadOnly) {
		p.notKept(err)
		return id, m, nil
	}
	m.State.Read = !undo.Empty() // of one that is not kept yet there is no state
	return id, m, err
}

// notKept tells of something that was done by the way and could not be kept. In a
// library that may not be written that is no failure.
func (p *program) notKept(err error) {
	switch {
	case err == nil || p.ctx.Err() != nil:
	case errors.Is(err, library.ErrReadOnly):
		p.warn(fmt.Errorf("%w (%s): what you read is not noted there", library.ErrReadOnly, p.libraryAt))
	default:
		p.report(err)
	}
}

// idOf gives the name of an article in the library; "" for one that is not to be
// kept.
func (p *program) idOf(l *library.Library, a *model.Article) (string, error) {
	if a.ID != "" {
		return a.ID, nil
	}
	p.mu.Lock()
	x := p.unkept[a]
	p.mu.Unlock()
	switch {
	case x == nil:
		return "", nil
	case x.late:
		return library.ID(*x.extract), nil
	}
	return x.keep(p.ctx, l)
}

// act carries out what the reader did.
func (p *program) act(a model.Action) error {
	l, err := p.library()
	if err != nil {
		return err
	}
	if err := p.keptLate(l, a); err != nil {
		return err
	}
	return l.Act(p.ctx, a)
}

// noteTags lists the tags of the notes in the library.
func (p *program) noteTags() []string {
	l, err := p.library()
	if err != nil {
		return nil
	}
	counts, err := l.NoteTags(p.ctx)
	if err != nil { // without them nothing is completed
		return nil
	}
	tags := make([]string, len(counts))
	for i, c := range counts {
		tags[i] = c.Name
	}
	return tags
}

// noteID names a new note: as the quotation is called under which its passage was
// exported, else anew.
func (p *program) noteID(a *model.Article, passage model.Anchor) (string, error) {
	l, err := p.library()
	if err != nil {
		return "", err
	}
	id, err := p.idOf(l, a)
	if err != nil {
		return "", err
	}
	names, err := l.QuoteNames(p.ctx, id)
	if err != nil {
		return "", err
	}
	var fault error
	taken := func(id string) bool {
		has, err := l.HasNote(p.ctx, id)
		fault = errors.Join(fault, err)
		return has
	}
	if name, ok := export.Names(anchor.In(a.Text), names).Of(passage.Span, taken); (ok && passage.Known()) || fault != nil {
		return name, fault
	}
	return l.NoteID(p.ctx, a.Source, passage)
}

// noted lists the notes of the whole library.
func (p *program) noted() ([]desk.Hit, error) {
	l, err := p.library()
	if err != nil {
		return nil, err
	}
	found, err := l.Notes(p.ctx, query.And{}, library.Window{})
	if err != nil {
		return nil, err
	}
	hits := make([]desk.Hit, len(found))
	var in *anchor.Text
	for i, f := range found {
		if i == 0 || f.Entry.ID != found[i-1].Entry.ID {
			text, err := l.Text(p.ctx, f.Entry.ID)
			if err != nil {
				return nil, err
			}
			in = anchor.In(text.Plain)
		}
		n := desk.Note{Note: f.Note}
		n.Span, n.Fit = in.Find(f.Note.Passage)
		hits[i] = desk.Hit{Ref: keptPrefix + f.Entry.ID, Title: f.Entry.Name(), Note: n}
	}
	return hits, nil
}

// exporter gives what writes the notes of an article to a folder. Of one without
// notes and corrections it writes all that is said there, and goes on with that.
func (p *program) exporter(dir string) func(*model.Article) (string, error) {
	if dir == "" && !homeless("XDG_DATA_HOME") {
		dir = filepath.Join(xdg.DataHome, "quoth", "notes")
	}
	return func(a *model.Article) (string, error) {
		if dir == "" {
			return "", errNoNotes
		}
		l, err := p.library()
		if err != nil {
			return "", err
		}
		look, err := export.NewLook("")
		if err != nil {
			return "", err
		}
		folder, err := export.OpenFolder(dir)
		if err != nil {
			return "", err
		}
		d, err := p.exported(l, a, folder)
		if err != nil {
			return "", err
		}
		if len(d.Items) == 0 {
			return "", errors.New("nothing is marked here and nobody is quoted")
		}
		if err := l.KeepQuoteNames(p.ctx, d.Article.ID, d.Minted); err != nil {
			return "", err
		}
		done, err := folder.Write(d, look, export.WriteOptions{})
		if err != nil {
			return "", err
		}
		return toldExport(dir, done), nil
	}
}

// exported puts an article together that is open.
func (p *program) exported(l *library.Library, a *model.Article, folder *export.Folder) (export.Document, error) {
	p.mu.Lock()
	x := p.unkept[a]
	p.mu.Unlock()
	if x != nil {
		if _, err := x.keep(p.ctx, l); err != nil {
			return export.Document{}, err
		}
	}
	id, marks, err := p.marks(a)
	if err != nil {
		return export.Document{}, err
	}
	e, err := l.Entry(p.ctx, id)
	if err != nil {
		return export.Document{}, err
	}
	names, err := l.QuoteNames(p.ctx, id)
	if err != nil {
		return export.Document{}, err
	}
	d := export.New(e, a.Text, p.annotations(a), marks, export.Options{All: true, Names: names})
	if len(marks.Notes) > 0 || d.Checked() {
		return folder.Marked(d)
	}
	return d, nil
}

// toldExport says what came of an export: the folder first, whole, since the
// status line cuts what is too long for the screen at its end, then the file.
func toldExport(dir string, done export.Outcome) string {
	if rest, ok := strings.CutPrefix(dir, xdg.Home+string(filepath.Separator)); ok {
		dir = filepath.Join("~", rest)
	}
	said := "exported to "
	if !done.Written {
		said = "nothing new in "
	}
	said += dir + ": "
	kept := ""
	if n := len(done.Kept); n > 0 {
		kept = fmt.Sprintf("; %s that you changed there stay as they are", count(n, "item"))
	}
	room := max(statusCells-ansi.StringWidth(said+kept), shortestName)
	return said + shortened(done.File, room) + kept
}

// What a message of an export may take of a terminal of the usual width, and
// what of a file's name is always shown, in cells.
const (
	statusCells  = 72
	shortestName = 24
)

// shortened leaves out the middle of a name that has more than n cells.
func shortened(name string, n int) string {
	w := ansi.StringWidth(name)
	if w <= n {
		return name
	}
	head := (n - 1) / 2
	return ansi.Truncate(name, head, "") + "…" + ansi.TruncateLeft(name, w-(n-1-head), "")
}

func cite(a *model.Article) string {
	return export.Citation(model.Entry{Title: a.Title, Authors: a.Authors, Site: a.Site, Source: a.Source, Published: a.Published})
}

func kinds(own []config.Highlight) []model.NoteKind {
	out := make([]model.NoteKind, len(own))
	for i, h := range own {
		out[i] = model.NoteKind(h.Name)
	}
	return out
}
