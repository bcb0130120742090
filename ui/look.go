package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"quoth/ui/task"
	"quoth/ui/theme"
)

// restyle changes the look of everything.
func (a *App) restyle(g theme.Ground, profile colorprofile.Profile) {
	if g == a.ground && profile == a.profile {
		return
	}
	a.ground, a.profile = g, profile
	a.styles = a.opt.Styles(g, profile)
	for _, p := range []interface{ SetStyles(*theme.Styles) }{
		a.shelf, a.reader, a.margin, a.help, a.prompt, a.status,
		a.people, a.evidence, a.links, a.about, a.notes, a.picker,
	} {
		p.SetStyles(a.styles)
	}
}

// modeReported takes the terminal's answer whether it counts cells by grapheme
// cluster (mode 2027), as the renderer does from then on.
func (a *App) modeReported(msg tea.ModeReportMsg) tea.Cmd {
	knows := msg.Value == ansi.ModeReset || msg.Value == ansi.ModeSet || msg.Value == ansi.ModePermanentlySet
	if msg.Mode != ansi.ModeUnicodeCore || !knows || a.method == ansi.GraphemeWidth {
		return nil
	}
	a.method = ansi.GraphemeWidth
	a.pen.Method = a.method
	for _, p := range []interface{ SetMethod(ansi.Method) }{
		a.shelf, a.margin, a.help, a.prompt, a.status, a.people, a.evidence, a.links, a.about, a.notes, a.picker,
	} {
		p.SetMethod(a.method)
	}
	if a.article == nil {
		return nil
	}
	return task.Measure(a.era, a.article, a.method)
}

func (a *App) measured(msg task.Measured) {
	if msg.Era == a.era && a.article != nil && msg.Page.Article() == a.article {
		a.reader.Remeasure(msg.Page, msg.Method)
	}
}
