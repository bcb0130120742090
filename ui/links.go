package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
	"quoth/ui/page"
	"quoth/ui/task"
)

// openLinks shows the links, or opens one by its number.
func (a *App) openLinks(in intent.Intent) tea.Cmd {
	n := in.Count
	_, _ = fmt.Sscan(in.Arg, &n)
	if n > 0 {
		return a.openLink(n)
	}
	a.toggleSide(sideLinks)
	return nil
}

// openLink hands link n to the browser, the chosen one where n is 0.
func (a *App) openLink(n int) tea.Cmd {
	target, ok := a.links.Target(n)
	switch {
	case ok:
		return a.browse(target)
	case target != "":
		a.status.Fail("not opened: only http, https and mailto are")
	case n > 0:
		a.status.Say(fmt.Sprintf("no link %d: there are %d", n, a.links.Count()))
	}
	return nil
}

func (a *App) browseSource() tea.Cmd {
	source := ""
	if a.reading && a.article != nil {
		source = a.article.Source
	}
	target, ok := page.SafeLink(source)
	if !ok {
		a.status.Say("this article has no address to open")
		return nil
	}
	return a.browse(target)
}

func (a *App) browse(target string) tea.Cmd {
	if a.opt.Browse == nil {
		a.status.Fail("no browser: set $BROWSER")
		return nil
	}
	return task.Browse(target, a.opt.Browse)
}

func (a *App) browsed(msg task.Browsed) {
	if msg.Err != nil {
		a.status.Fail(msg.Err.Error())
		return
	}
	a.status.Say("opened " + msg.URL)
}
