// Package cli is the command line: commands, flags and wiring. It is the only
// package that knows every part, and it holds no logic of theirs.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/alecthomas/kong"

	"quoth/model/library"
	"quoth/ui/linear"
)

// The exit statuses.
const (
	statusDone        = 0
	statusNothing     = 1 // nothing matched
	statusUsage       = 2
	statusFailed      = 3 // something could not be read or loaded; the rest was done
	statusAside       = 4 // an export left something as it is
	statusInterrupted = 130
)

// commands is the command line as kong reads it.
type commands struct {
	Read     readCommand     `cmd:"" default:"withargs" help:"Read articles. The word read may be left out: quoth FILE."`
	Annotate annotateCommand `cmd:"" help:"Print who said what, where and when, as JSON or text."`
	Articles articlesCommand `cmd:"" help:"List the articles of the library."`
	Quotes   quotesCommand   `cmd:"" help:"List what was said in the articles of the library."`
	Changes  changesCommand  `cmd:"" help:"Show what changed in an article since it was kept."`
	Notes    notesCommand    `cmd:"" help:"List the notes of the library."`
	Feed     feedCommand     `cmd:"" help:"Subscriptions."`
	Refresh  refreshCommand  `cmd:"" help:"Fetch what is new in the subscriptions."`
	Sync     syncCommand     `cmd:"" help:"Keep in step with a Miniflux or FreshRSS server."`
	OPML     opmlCommand     `cmd:"" name:"opml" help:"Lists of subscriptions, as feed readers hand them on."`
	Export   exportCommand   `cmd:"" help:"Write notes and quotations for other programs."`
	Import   importCommand   `cmd:"" help:"Read notes that other programs wrote."`
	Library  libraryCommand  `cmd:"" help:"Care for the library."`
	Config   configCommand   `cmd:"" help:"Show the settings."`
	Version  versionCommand  `cmd:"" help:"Print the version."`

	File string `name:"library" env:"QUOTH_LIBRARY" placeholder:"FILE" help:"The library to use instead of your own."`
}

// usageError is a command line that kong takes and its command does not.
type usageError string

func (e usageError) Error() string { return string(e) }

// Run carries out a command line and gives its exit status.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return run(ctx, args, stdin, stdout, stderr)
}

func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var exited bool // kong prints help by itself and then asks to exit
	var c commands
	parser, err := kong.New(&c,
		kong.Name("quoth"),
		kong.Description("A news reader for the terminal that knows who said what, where and when.\n\n"+
			"quoth opens the shelf, quoth FILE the reader; with its output in a pipe it prints plain text."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Writers(stdout, stderr),
		kong.Vars{"processors": strconv.Itoa(runtime.GOMAXPROCS(0))},
		kong.Exit(func(int) { exited = true }),
	)
	if err != nil {
		fmt.Fprintln(stderr, "quoth:", err)
		return statusFailed
	}
	line, err := parser.Parse(args)
	if exited {
		return statusDone
	}
	var unwritten *fs.PathError
	switch {
	case errors.As(err, &unwritten): // help was asked for
		fmt.Fprintln(stderr, "quoth: standard output:", unwritten.Err)
		return statusFailed
	case err != nil:
		return misused(stderr, takenForFlag(args, err))
	}
	p := newProgram(ctx, stdin, stdout, stderr)
	p.libraryAt = libraryFile(c.File)
	p.library = sync.OnceValues(func() (*library.Library, error) { return p.openLibrary(p.libraryAt) })
	if command, _, _ := strings.Cut(line.Command(), " "); command != "config" && command != "version" {
		p.checkSettings()
	}
	err = errors.Join(line.Run(p), p.close())
	var usage usageError
	switch {
	case errors.Is(err, context.Canceled), ctx.Err() != nil:
		return statusInterrupted
	case errors.As(err, &usage):
		return misused(stderr, err)
	case err != nil:
		p.report(err)
	}
	return p.status
}

// takenForFlag says how to write a query whose first word is to be left out, where
// that was taken for a flag of one letter.
func takenForFlag(args []string, err error) error {
	flag, _, _ := strings.Cut(err.Error(), ",") // without what it might mean
	letter, ok := strings.CutPrefix(flag, "unknown flag -")
	if !ok || strings.HasPrefix(letter, "-") || !slices.Contains([]string{"articles", "quotes", "notes", "export"}, args[0]) {
		return err
	}
	return usageError(flag + ": a query that begins with - stands after --")
}

// misused tells of a wrong command line.
func misused(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "quoth: %s; see quoth --help\n", linear.Clean(err.Error()))
	return statusUsage
}
