package ui

import (
	tea "charm.land/bubbletea/v2"

	"quoth/ui/task"
)

// export writes what was made of the article to the reader's folder.
func (a *App) export() tea.Cmd {
	switch {
	case !a.keeps():
		return nil
	case a.opt.Export == nil:
		a.status.Fail("nowhere to export to")
		return nil
	}
	a.status.Say("exporting …")
	return task.Export(a.article, a.opt.Export)
}

func (a *App) exported(msg task.Exported) {
	if msg.Err != nil {
		a.status.Fail("not exported: " + msg.Err.Error())
		return
	}
	a.status.Say(msg.Said)
}

// cite hands a line by which to cite the article to the terminal's clipboard.
func (a *App) cite() tea.Cmd {
	if !a.reading || a.article == nil || a.opt.Cite == nil {
		a.status.Say("no article to cite")
		return nil
	}
	if a.comparing() {
		a.sayComparing()
		return nil
	}
	line := a.opt.Cite(a.article)
	a.status.Say("sent to the clipboard: " + line)
	return tea.SetClipboard(line)
}
