package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"quoth/ui/intent"
)

func (a *App) startCommand() {
	var names []string
	for _, info := range intent.All() {
		names = append(names, info.Name)
	}
	a.asking = askCommand
	a.prompt.Open(":", "", names)
	a.prompt.SetNote("Tab completes")
}

// commandNote says what the command means as far as it is typed, or what it may
// become.
func commandNote(words string) string {
	name, arg, spaced := strings.Cut(words, " ")
	fits := intentsNamed(name)
	switch {
	case name == "" || len(fits) == 0 || arg != "":
		return ""
	case len(fits) == 1 && spaced:
		return fits[0].Arg
	case len(fits) == 1:
		return fits[0].Help
	}
	var names []string
	for _, info := range fits[1:] { // the first is what Tab completes
		names = append(names, info.Name)
	}
	return strings.Join(names, "  ")
}

// command carries out a command line: a name, its first letters as far as they
// are clear, or a number, which goes to so many percent.
func (a *App) command(words string) tea.Cmd {
	name, arg, _ := strings.Cut(strings.TrimSpace(words), " ")
	arg = strings.TrimSpace(arg)
	if name == "" {
		return nil
	}
	if _, err := strconv.Atoi(strings.TrimSuffix(name, "%")); err == nil {
		return a.perform(intent.Intent{ID: intent.Percent, Arg: name})
	}
	fits := intentsNamed(name)
	switch len(fits) {
	case 0:
		a.status.Fail("no command " + name + ": " + a.keyFor(intent.Help) + " lists them")
		return nil
	case 1:
		n, err := strconv.Atoi(arg)
		if err != nil {
			n = 0
		}
		if arg != "" && err != nil && fits[0].Arg == "" {
			a.status.Fail(fits[0].Name + " takes no words")
			return nil
		}
		return a.perform(intent.Intent{ID: fits[0].ID, Count: min(max(n, 0), mostCount), Arg: arg})
	}
	var names []string
	for _, info := range fits {
		names = append(names, info.Name)
	}
	a.status.Fail(name + " may be " + strings.Join(names, ", "))
	return nil
}

// mostCount bounds a count on the command line.
const mostCount = 99999

// intentsNamed lists the intents that a name may mean: the one of that name, else all
// that begin so. q and h mean what they do in every pager.
func intentsNamed(name string) []intent.Info {
	switch name {
	case "q":
		name = "quit"
	case "h":
		name = "help"
	}
	var fits []intent.Info
	for _, info := range intent.All() {
		if info.Name == name {
			return []intent.Info{info}
		}
		if strings.HasPrefix(info.Name, name) {
			fits = append(fits, info)
		}
	}
	return fits
}
