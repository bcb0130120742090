package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/model"
	"quoth/ui/catalog"
	"quoth/ui/intent"
)

// comparing reports whether the open article is a view of what changed in
// another one. Its sentences are of two texts, so nobody said what stands there:
// the engine is not asked about it, and nothing can be made of it.
func (a *App) comparing() bool { return strings.HasPrefix(a.ref, catalog.ChangesPrefix) }

// sayComparing tells why nothing can be made of it.
func (a *App) sayComparing() {
	a.status.Say("this is what changed: " + a.keyFor(intent.Close) + " leads back to the article")
}

// showChanges opens what changed in the open or chosen article, as an article.
func (a *App) showChanges() tea.Cmd {
	ids := a.targets()
	if len(ids) == 0 {
		return nil
	}
	return a.visit(catalog.Entry{Ref: catalog.ChangesPrefix + ids[0], Title: "what changed"})
}

// compareHints tells the keys that matter where nobody says anything.
func compareHints(add func(intent.ID, string)) {
	add(intent.Close, "back to the article")
	add(intent.HalfDown, "down")
	add(intent.Search, "search")
	add(intent.Browse, "browser")
	add(intent.Help, "help")
}

// unannotated stands for the engine where there is nothing to ask it.
func unannotated(*model.Article) model.Annotations { return model.Annotations{} }

// changesMeta is the line below the headline of what changed.
func (a *App) changesMeta() string {
	parts := []string{"gone is struck out, new is bold"}
	if a.article.Site != "" {
		parts = append([]string{a.article.Site}, parts...)
	}
	return strings.Join(parts, " · ")
}

// unsaid says what stands in the panel beside what changed.
func (a *App) unsaid() string {
	return "This is what changed since the article was kept: what is gone is struck out, what is new is bold. " +
		"Who said what stands beside the article itself: " + a.keyFor(intent.Close) + " leads back to it."
}
