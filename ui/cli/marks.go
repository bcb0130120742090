package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"quoth/model"
	"quoth/model/export"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/ui/desk"
)

// marks gives what the reader made of an article, and the name that the library
// has for it. One that is being kept is waited for.
func (p *program) marks(a *model.Article) (string, model.Marks, error) {
	l, err := p.library()
	if err != nil {
		return "", model.Marks{}, err
	}
	id := a.ID
	if id == "" {
		p.mu.Lock()
		x := p.unkept[a]
		p.mu.Unlock()
		if x == nil { // an embedded sample
			return "", model.Marks{}, nil
		}
		if id, err = x.keep(p.ctx, l); err != nil {
			return "", model.Marks{}, err
		}
	}
	m, err := l.Marks(p.ctx, id)
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
	if err == nil {
		_, err = l.Change(p.ctx, model.Change{Flag: model.FlagRead, On: []string{id}})
	}
	m.State.Read = true
	return id, m, err
}

// act carries out what the reader did.
func (p *program) act(a model.Action) error {
	l, err := p.library()
	if err != nil {
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

// noteID names a new note.
func (p *program) noteID(a *model.Article, passage model.Anchor) (string, error) {
	l, err := p.library()
	if err != nil {
		return "", err
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
	hits := make([]desk.Hit, len(found))
	for i, f := range found {
		hits[i] = desk.Hit{Ref: keptPrefix + f.Entry.ID, Title: f.Entry.Title, Note: f.Note}
	}
	return hits, err
}

// exporter gives what writes the notes of an article to a folder.
func (p *program) exporter(dir string) func(*model.Article) (string, error) {
	if dir == "" {
		dir = filepath.Join(xdg.DataHome, "quoth", "notes")
	}
	return func(a *model.Article) (string, error) {
		l, err := p.library()
		if err != nil {
			return "", err
		}
		id, marks, err := p.marks(a)
		if err != nil {
			return "", err
		}
		e, err := l.Entry(p.ctx, id)
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
		done, err := folder.Write(export.New(e, a.Text, p.annotations(a), marks, export.Options{}), look, export.WriteOptions{})
		if err != nil {
			return "", err
		}
		return toldExport(filepath.Join(dir, done.File), done), nil
	}
}

// toldExport says what came of an export.
func toldExport(file string, done export.Outcome) string {
	said := "exported to " + file
	if !done.Written {
		said = "nothing new for " + file
	}
	if n := len(done.Kept); n > 0 {
		said += fmt.Sprintf("; %s that you changed there stay as they are", count(n, "item"))
	}
	return said
}

func cite(a *model.Article) string {
	return export.Citation(model.Entry{Title: a.Title, Authors: a.Authors, Site: a.Site, Source: a.Source, Published: a.Published})
}

func kinds(names []string) []model.NoteKind {
	out := make([]model.NoteKind, len(names))
	for i, n := range names {
		out[i] = model.NoteKind(n)
	}
	return out
}

// edit gives the command that opens words in the reader's editor.
func edit(text string, done func(string, error) tea.Msg) tea.Cmd {
	e := &editing{text: text}
	return tea.Exec(e, func(err error) tea.Msg { return done(e.text, err) })
}

// editing is words in the reader's editor: it has the terminal until the editor
// ends.
type editing struct {
	text   string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

// SetStdin is called by Bubble Tea.
func (e *editing) SetStdin(r io.Reader) { e.stdin = r }

// SetStdout is called by Bubble Tea.
func (e *editing) SetStdout(w io.Writer) { e.stdout = w }

// SetStderr is called by Bubble Tea.
func (e *editing) SetStderr(w io.Writer) { e.stderr = w }

// Run puts the words into a file, waits for the editor, and reads them back.
func (e *editing) Run() error {
	f, err := os.CreateTemp("", "quoth-note-*.md")
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	defer os.Remove(f.Name()) // it is in the directory for such files
	if _, err := io.WriteString(f, e.text+"\n"); err != nil {
		f.Close() // the first error tells
		return fmt.Errorf("note: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("note: %w", err)
	}
	words := strings.Fields(editor(os.Getenv))
	cmd := exec.Command(words[0], append(words[1:], f.Name())...) //nolint:noctx // the reader ends it
	cmd.Stdin, cmd.Stdout, cmd.Stderr = e.stdin, e.stdout, e.stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("editor %s: %w; set $VISUAL or $EDITOR", words[0], err)
	}
	text, err := os.ReadFile(f.Name())
	if err != nil {
		return fmt.Errorf("note: %w", err)
	}
	e.text = strings.TrimRight(string(text), "\n")
	return nil
}

// editor gives the command line of the reader's editor.
func editor(getenv func(string) string) string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if words := strings.TrimSpace(getenv(name)); words != "" {
			return words
		}
	}
	return "vi"
}
