package cli

import (
	"fmt"
	"os"
	"strings"

	"charm.land/glamour/v2"
	glamouransi "charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"quoth/model/export"
	"quoth/ui/config"
	"quoth/ui/linear"
)

// bar stands at the side of a part that is boxed. Glamour's own, of block quotes,
// is missing on some lines that it breaks.
const bar = "│ "

// preview shows Markdown as note programs do: callouts boxed, links by their words
// alone. In a file or a pipe it is plain.
func (p *program) preview(look *export.Look, all export.Documents) error {
	style := p.previewStyle()
	width := p.columns()
	plain, err := glamour.NewTermRenderer(style, glamour.WithWordWrap(width))
	if err != nil {
		return err
	}
	boxed, err := glamour.NewTermRenderer(style, glamour.WithWordWrap(max(width-len([]rune(bar)), 0)))
	if err != nil {
		return err
	}
	side := bar
	if p.hasScreen() {
		side = lipgloss.NewStyle().Faint(true).Render(bar)
	}
	out := colorprofile.NewWriter(p.stdout, os.Environ()) // no more colours than can be shown
	for d := range all {
		parts, err := look.Reading(d)
		if err != nil {
			return err
		}
		for _, part := range parts {
			render, before := plain, ""
			if part.Boxed {
				render, before = boxed, side
			}
			shown, err := render.Render(linear.Clean(part.Markdown))
			if err != nil {
				return fmt.Errorf("article %s: %w", d.Article.ID, err)
			}
			if _, err := out.WriteString(withBar(before, shown)); err != nil {
				return err
			}
		}
	}
	return nil
}

// withBar puts a bar before each line of what was rendered, and a blank line below
// it in place of those that it begins and ends with.
func withBar(side, shown string) string {
	lines := strings.Split(shown, "\n")
	blank := func(line string) bool { return strings.TrimSpace(ansi.Strip(line)) == "" }
	for len(lines) > 0 && blank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && blank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(strings.TrimRight(side+line, " ") + "\n")
	}
	return b.String() + "\n"
}

// previewStyle is the look of the reader's theme, without margins and with links
// that do not spell their address out: those to words of a page are long.
func (p *program) previewStyle() glamour.TermRendererOption {
	style := styles.NoTTYStyleConfig
	if p.hasScreen() {
		settings, _ := p.settings()
		switch theme := settings.Theme; theme {
		case config.ThemeDark:
			style = styles.DarkStyleConfig
		case config.ThemeLight:
			style = styles.LightStyleConfig
		case config.ThemeAuto:
			style = styles.LightStyleConfig
			if lipgloss.HasDarkBackground(os.Stdin, os.Stdout) {
				style = styles.DarkStyleConfig
			}
		default:
			return glamour.WithStylesFromJSONFile(beside(configFile(), theme))
		}
	}
	style.Document = glamouransi.StyleBlock{StylePrimitive: glamouransi.StylePrimitive{Color: style.Document.Color}}
	style.H2.Prefix = ""
	style.Link.Format = "{{/* the address is in the hyperlink */}}"
	return glamour.WithStyles(style)
}
