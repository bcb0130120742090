package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"quoth/annotate"
	"quoth/model"
	"quoth/model/export"
	"quoth/model/library"
	"quoth/model/query"
	"quoth/ui/desk"
)

type exportCommand struct {
	Query    []string `arg:"" optional:"" help:"Which articles, as for articles; tag: is one of theirs or of your notes on them."`
	Format   string   `short:"f" enum:"markdown,who,json,jsonl,csv,readwise,org,jsonld,bibtex,csl-json,gold" default:"markdown" help:"markdown, who (a briefing by speaker), json, jsonl, csv, readwise, org, jsonld (W3C), bibtex, csl-json, or gold (corrections, to measure the engine with)."`
	Out      string   `short:"o" placeholder:"DIR" default:"-" help:"The folder of the files, - for standard output; of the other formats also a file."`
	Since    string   `placeholder:"DATE" help:"Only what you made or changed since; of files only those of articles with such. Dates as in queries: 2026-02-01, monday, \"3 days ago\"."`
	All      bool     `help:"Every quotation, and not only what you marked or put right."`
	Template string   `placeholder:"FILE" help:"Another look of the Markdown: a Go template."`
	DryRun   bool     `help:"Show what would change, and change nothing."`
	Adopt    bool     `xor:"mine" help:"Take over what you changed in the notes and tags of the files."`
	Force    bool     `xor:"mine" help:"Write over what you changed in the files."`
	Preview  bool     `help:"Show the Markdown as it looks."`
}

// Validate is called by kong.
func (c *exportCommand) Validate() error {
	files := c.Format == export.Markdown && c.Out != "-"
	switch {
	case (c.DryRun || c.Adopt || c.Force) && !files:
		return usageError("--dry-run, --adopt and --force: are for Markdown files, with --out DIR")
	case c.Preview && (c.Format != export.Markdown || c.Out != "-"):
		return usageError("--preview: is for Markdown, without --out")
	case c.Template != "" && c.Format != export.Markdown:
		return usageError("--template: is for Markdown")
	}
	if _, err := c.since(); err != nil {
		return fmt.Errorf("--since: %w", err)
	}
	return nil
}

// since gives the time from which on things are new; zero for all.
func (c *exportCommand) since() (time.Time, error) {
	if c.Since == "" {
		return time.Time{}, nil
	}
	return query.Date(c.Since, time.Now())
}

// Run is called by kong.
func (c *exportCommand) Run(p *program) error {
	look, err := c.look(p)
	if err != nil {
		return err
	}
	since, err := c.since()
	if err != nil {
		return err
	}
	l, err := p.library()
	if err != nil {
		return err
	}
	e := &exporting{program: p, library: l, since: since, all: c.All}
	format, err := export.Named(c.Format)
	if c.Format != export.Markdown && err != nil {
		return err
	}
	e.every, e.checked, e.carries = c.All || format.Every, format.Name == "gold", format.Carries
	e.keeps = !c.DryRun && !format.Every // where every quotation is written, none is named
	if e.ids, err = e.articles(strings.Join(c.Query, " ")); err != nil {
		return err
	}
	switch {
	case len(e.ids) == 0:
		return p.nothing(e.without(len(c.Query) > 0))
	case c.Preview:
		err = p.preview(look, e.documents)
	case format.Name != "":
		err = c.file(e, format)
	case c.Out == "-":
		err = look.Stream(p.stdout, e.documents)
	default:
		err = c.files(e, look)
	}
	if err = errors.Join(err, e.fault); err == nil && e.given == 0 && p.status == statusDone {
		return p.nothing("nothing of that kind")
	}
	if notes := format.Name != "" && !e.every && !e.checked; notes && !e.carries && e.right > 0 {
		p.say("what you put right does not go along as %s: json, jsonl and jsonld take it into another library", format.Name)
	}
	return err
}

// file writes one file of all, and tells which.
func (c *exportCommand) file(e *exporting, format export.Format) error {
	name := fileIn(c.Out, "quoth."+format.Ext)
	err := e.write(name, func(w io.Writer) error { return format.Write(w, e.documents) })
	if err == nil && name != "-" {
		_, err = fmt.Fprintln(e.stdout, name)
	}
	return err
}

// look gives the look of the Markdown.
func (c *exportCommand) look(p *program) (*export.Look, error) {
	if c.Template == "" {
		return export.NewLook("")
	}
	var own []byte
	err := p.read(c.Template, func(r io.Reader) (err error) {
		const most = 1 << 20
		if own, err = io.ReadAll(io.LimitReader(r, most+1)); len(own) > most {
			return errors.New("too large: the limit is 1 MiB")
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("--template %s: %w", c.Template, err)
	}
	look, err := export.NewLook(string(own))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Template, err)
	}
	return look, nil
}

// fileIn gives a file in a folder, or the name itself where it is no folder's.
func fileIn(name, file string) string {
	info, err := os.Stat(name)
	if strings.HasSuffix(name, string(filepath.Separator)) || err == nil && info.IsDir() {
		return filepath.Join(name, file)
	}
	return name
}

// nothing says that there is nothing to do.
func (p *program) nothing(why string) error {
	p.say("%s", why)
	p.status = max(p.status, statusNothing)
	return nil
}

// exporting gathers what is exported.
type exporting struct {
	*program
	library *library.Library
	ids     []string
	since   time.Time
	all     bool           // every quotation as an item of its own
	every   bool           // articles that the reader marked nothing in, too
	checked bool           // only articles of which the reader put something right
	carries bool           // corrections are taken along
	keeps   bool           // the names that quotations get are kept
	folder  *export.Folder // that files are written to; or nil
	given   int            // how many documents were exported
	right   int            // of how many of them the reader put something right
	fault   error
}

// without says why there is no article to export.
func (e *exporting) without(asked bool) string {
	switch {
	case !e.every:
		return "no article with notes or corrections; --all exports every quotation"
	case asked:
		return "no article matches"
	}
	return "no article in the library"
}

// articles gives the articles that a query asks for.
func (e *exporting) articles(words string) ([]string, error) {
	node, err := parseQuery(words)
	if err != nil {
		return nil, err
	}
	if !e.every {
		return e.library.Marked(e.ctx, node)
	}
	if query.Empty(node) { // the archive, too
		node = query.Or{query.Term{Field: query.Is, State: query.Archived}, query.Not{Node: query.Term{Field: query.Is, State: query.Archived}}}
	}
	return e.library.IDs(e.ctx, node, library.Window{})
}

// documents gives the documents one by one. What stops it is e.fault.
func (e *exporting) documents(yield func(export.Document) bool) {
	for _, id := range e.ids {
		if e.fault = e.ctx.Err(); e.fault != nil {
			return
		}
		d, err := e.document(id)
		switch {
		case setAside(err):
			e.aside(fmt.Errorf("%w; the file stays as it is", err))
			continue
		case err != nil:
			e.report(err)
			continue
		}
		if !e.since.IsZero() && len(d.Items) == 0 && !(e.carries && len(d.Carried()) > 0) || e.checked && !d.Checked() {
			continue
		}
		e.given++
		if d.Checked() {
			e.right++
		}
		if !yield(d) {
			return
		}
	}
}

// document puts an article together.
func (e *exporting) document(id string) (export.Document, error) {
	entry, err := e.library.Entry(e.ctx, id)
	if err != nil {
		return export.Document{}, err
	}
	ann, text, err := e.said(entry)
	if err != nil {
		return export.Document{}, err
	}
	marks, err := e.library.Marks(e.ctx, id)
	if err != nil {
		return export.Document{}, err
	}
	names, err := e.library.QuoteNames(e.ctx, id)
	if err != nil {
		return export.Document{}, err
	}
	d := export.New(entry, text, ann, marks, export.Options{All: e.all || e.every, Since: e.since, Names: names})
	if e.folder != nil && len(d.Items) > 0 {
		// A file has all that its article has, whatever of it is new.
		d = export.New(entry, text, ann, marks, export.Options{All: true, Names: names})
		if !e.all {
			if d, err = e.folder.Marked(d); err != nil {
				return d, err
			}
		}
	}
	for _, c := range d.Lost {
		e.warn(fmt.Errorf("%s: a correction (%s) is lost: %.60q is not in the text any more", d.Title(), desk.Told(c), desk.Words(c)))
	}
	if e.keeps {
		err = e.library.KeepQuoteNames(e.ctx, id, d.Minted)
	}
	if errors.Is(err, library.ErrReadOnly) {
		err = nil // the next export mints the same names again
	}
	return d, err
}

// said gives the text of an article and what the engine says of it.
func (e *exporting) said(entry model.Entry) (model.Annotations, string, error) {
	text, err := e.library.Text(e.ctx, entry.ID)
	if err != nil {
		return model.Annotations{}, "", err
	}
	of := library.Dated{Hash: text.Hash, Published: entry.Published}
	kept, found, err := e.library.Annotations(e.ctx, of, annotate.Version)
	if err != nil {
		return model.Annotations{}, "", err
	}
	if found {
		return *kept, text.Plain, nil
	}
	a, err := e.openKept(e.library, entry.ID)
	if err != nil {
		return model.Annotations{}, "", err
	}
	engine, err := e.engine()
	if err != nil {
		return model.Annotations{}, "", err
	}
	ann := engine.Annotate(a)
	err = e.library.KeepAnnotations(e.ctx, of, annotate.Version, &ann)
	if errors.Is(err, library.ErrReadOnly) {
		err = nil // the engine is asked again
	}
	return ann, text.Plain, err
}
