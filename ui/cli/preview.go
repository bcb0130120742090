package cli

import (
	"fmt"
	"os"
	"strings"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/styles"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"quoth/model/export"
	"quoth/ui/linear"
)

// preview shows Markdown as note programs do. In a file or a pipe it is plain.
func (p *program) preview(look *export.Look, all export.Documents) error {
	style := styles.NoTTYStyle
	if p.hasScreen() {
		style = styles.LightStyle
		if lipgloss.HasDarkBackground(os.Stdin, os.Stdout) {
			style = styles.DarkStyle
		}
	}
	renderer, err := glamour.NewTermRenderer(glamour.WithStandardStyle(style), glamour.WithWordWrap(p.columns()))
	if err != nil {
		return err
	}
	out := colorprofile.NewWriter(p.stdout, os.Environ()) // no more colours than can be shown
	for d := range all {
		text, err := look.Reading(d)
		if err != nil {
			return err
		}
		shown, err := renderer.Render(linear.Clean(text))
		if err != nil {
			return fmt.Errorf("article %s: %w", d.Article.ID, err)
		}
		if _, err := out.WriteString(strings.TrimRight(shown, "\n") + "\n"); err != nil {
			return err
		}
	}
	return nil
}
