package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	"github.com/charmbracelet/colorprofile"

	"quoth/model"
	"quoth/model/source"
	"quoth/ui"
	"quoth/ui/catalog"
	"quoth/ui/config"
	"quoth/ui/theme"
)

// readScreen opens the reader with the files that can be read, or the shelf
// when none is named.
func (p *program) readScreen(names []string) error {
	settings, faults := p.settings()
	styles, err := stylesOf(settings)
	if err != nil {
		p.report(err)
		faults = append(faults, err)
	}
	o := ui.Options{
		Reading:  -1,
		Load:     p.openShelved,
		Annotate: p.annotations,
		Browse:   browse,
		Kept:     p.opened,
		Act:      p.act,
		NoteID:   p.noteID,
		Now:      time.Now,
		Edit:     edit,
		Recall:   p.recall, KeepPlace: p.keepPlace,
		Styles: styles,
		Keys:   settings.Keys,
		Width:  settings.Width,
		Mouse:  settings.Mouse,
		Tags:   p.noteTags,
		Noted:  p.noted,
		Export: p.exporter(settings.Export),
		Cite:   cite,
		Kinds:  kinds(settings.Highlights),
		Say:    shortFaults(faults),
	}
	o.Library = shelves{p}
	if len(names) == 0 {
		return p.show(o)
	}
	files := p.files(names)
	var broken []string
	if o.Articles, broken, o.Load = p.fileShelf(files); len(o.Articles) == 0 {
		return nil
	}
	o.Say = cmp.Or(leftOut(broken, len(files)), o.Say)
	if len(o.Articles) == 1 || !slices.ContainsFunc(names, source.IsFolder) {
		o.Reading = 0
	}
	return p.show(o)
}

// show runs the screen. What is to be told meanwhile is told after it. Where
// standard input is no terminal, Bubble Tea takes the keys from /dev/tty.
func (p *program) show(o ui.Options) error {
	p.hold()
	defer p.release()
	defer p.endKeeping()
	_, err := tea.NewProgram(ui.New(o), tea.WithContext(p.ctx), tea.WithOutput(p.stdout)).Run()
	if errors.Is(err, tea.ErrInterrupted) || p.ctx.Err() != nil {
		return context.Canceled
	}
	return err
}

// fileShelf puts the files that look readable on a shelf, names those that do
// not, and gives what opens them. Standard input is read at once: the keys need
// the terminal.
func (p *program) fileShelf(names []string) (entries []catalog.Entry, broken []string, load func(string) (*model.Article, error)) {
	var piped *model.Article
	for _, name := range names {
		var head *model.Article
		var err error
		switch {
		case name == "-":
			piped, err = p.openToKeep(name)
			head = piped
		case isURL(name):
			head = &model.Article{Title: name, Source: name}
		case strings.HasPrefix(name, keptPrefix):
			head, err = p.openShelved(name)
		default:
			head, err = p.source.Head(name)
		}
		if err != nil {
			p.report(err)
			broken = append(broken, name)
			continue
		}
		e := entry(name, head)
		if e.Title != "" && e.Title != name {
			e.Note = name
		}
		entries = append(entries, e)
	}
	return entries, broken, func(name string) (*model.Article, error) {
		open := p.openToKeep
		switch {
		case name == "-":
			return piped, nil
		case strings.HasPrefix(name, keptPrefix), strings.HasPrefix(name, catalog.ChangesPrefix):
			return p.openShelved(name) // from an article or a note: the screen says why not
		case isURL(name):
			open = p.openURL
		}
		a, err := open(name)
		if err != nil {
			p.report(err)
		}
		return a, err
	}
}

// stylesOf gives what makes the look for the settings. With an error it is that of
// the built-in theme.
func stylesOf(settings config.Config) (func(theme.Ground, colorprofile.Profile) *theme.Styles, error) {
	var colours []string
	for _, h := range settings.Highlights {
		colours = append(colours, h.Colour)
	}
	var sheet *theme.Sheet
	name, err := settings.Theme, error(nil)
	if name != config.ThemeAuto && name != config.ThemeDark && name != config.ThemeLight {
		sheet, err = readSheet(name)
	}
	return func(g theme.Ground, p colorprofile.Profile) *theme.Styles {
		if name == config.ThemeDark || name == config.ThemeLight {
			g = theme.GroundOf(name == config.ThemeDark)
		}
		return theme.New(theme.Options{Ground: g, Profile: p, Sheet: sheet, Highlights: colours})
	}, err
}

// readSheet reads the Glamour style that the settings name.
func readSheet(name string) (*theme.Sheet, error) {
	f, err := os.Open(beside(configFile(), name))
	if err != nil {
		return nil, fmt.Errorf("theme: %w; want \"auto\", \"dark\", \"light\" or the file of a Glamour style", err)
	}
	defer f.Close()
	sheet, err := theme.ReadSheet(f)
	if err != nil {
		return nil, fmt.Errorf("theme %s: %w", name, err)
	}
	return sheet, nil
}

// beside gives the path of a file that a settings file names: from the reader's
// own directory with "~/", else from where the settings are.
func beside(settings, name string) string {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		return filepath.Join(xdg.Home, rest)
	}
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(settings), name)
}
