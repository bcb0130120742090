// Package ui is the screen: App, the one tea.Model. It routes keys and results
// to the panes and owns focus and layout. What the panes show is theirs; what
// takes time is in ui/task. Update does no input or output and waits for
// nothing.
package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/model/correct"
	"quoth/ui/desk"
	"quoth/ui/keymap"
	"quoth/ui/line"
	"quoth/ui/overlay"
	"quoth/ui/pane/about"
	"quoth/ui/pane/evidence"
	"quoth/ui/pane/help"
	"quoth/ui/pane/links"
	"quoth/ui/pane/margin"
	"quoth/ui/pane/notes"
	"quoth/ui/pane/people"
	"quoth/ui/pane/picker"
	"quoth/ui/pane/prompt"
	"quoth/ui/pane/reader"
	"quoth/ui/pane/shelf"
	"quoth/ui/pane/status"
	"quoth/ui/sheet"
	"quoth/ui/statement"
	"quoth/ui/task"
	"quoth/ui/theme"
)

// App is the screen. Make it with New and run it with tea.NewProgram.
type App struct {
	opt     Options
	styles  *theme.Styles
	ground  theme.Ground
	profile colorprofile.Profile
	method  ansi.Method // the renderer's way of counting cells
	mouse   bool

	width, height int
	frame         frame

	matcher keymap.Matcher
	asking  question // what the prompt is open for
	before  before   // what was there when it opened

	reading  bool   // the article is on the screen, not the shelf
	helping  bool   // the help screen covers all
	ahead    *ahead // what was typed too early; nil for nothing
	quitting bool   // when what is on its way to the disk is there
	listing  bool   // the notes of all articles cover the shelf
	view     layout
	peek     bool // the panel is shown though the layout has no place for it
	onPanel  bool // the panel has the keys, not the text
	side     side // what stands in the panel's place

	era        task.Era
	ref        string         // of the open article
	article    *model.Article // nil until the first is open
	ann        model.Annotations
	statements []statement.Statement
	overlay    *overlay.Overlay
	annotated  bool
	desk       *desk.Desk   // what statements and overlay are of; nil until annotated
	note       string       // the note where the reader is, by its ID
	draft      model.Note   // that the prompt is open for
	awaited    string       // the note to go to when its article is there
	unwritten  unwritten    // the note whose prompt was closed without keeping it
	written    *task.Edited // in the editor, and not kept; nil for nothing
	tagged     []string     // the tags of the notes in the library
	picking    picking
	pressed    int    // where in the text the mouse was pressed, or -1
	opening    bool   // another article was asked for
	arrival    string // what to say when it is there
	stale      bool   // the open article was changed on the shelf
	doing      doing
	history    correct.History
	current    int // quotation, or -1
	origin     int // where the text stood when the panel got the keys
	hits       []model.Span
	hit        int
	words      string // last searched for
	jumps      jumps
	trail      trail
	places     map[string]int            // where each article was left, by its Ref
	marks      map[string]map[string]int // by Ref and letter

	shelving shelving

	pen      line.Pen
	shelf    *shelf.Pane
	reader   *reader.Pane
	margin   *margin.Pane
	people   *people.Pane
	evidence *evidence.Pane
	links    *links.Pane
	about    *about.Pane
	notes    *notes.Pane
	picker   *picker.Pane
	help     *help.Pane
	prompt   *prompt.Pane
	status   *status.Pane
}

// layout is what of an article is on the screen.
type layout uint8

const (
	layoutBoth layout = iota
	layoutText
	layoutPanel
	layouts
)

// side is what stands in the panel's place.
type side uint8

const (
	sideMargin side = iota // who said what
	sidePeople
	sideEvidence
	sideLinks
	sideAbout
	sideNotes
	sidePicker
)

// New makes the App.
func New(o Options) *App {
	if o.Width == 0 {
		o.Width = DefaultWidth
	}
	o.Width = min(max(o.Width, minWidth), maxWidth)
	if o.Styles == nil {
		o.Styles = func(g theme.Ground, p colorprofile.Profile) *theme.Styles {
			return theme.New(theme.Options{Ground: g, Profile: p})
		}
	}
	s := o.Styles(theme.GroundUnknown, colorprofile.TrueColor)
	articles := shelf.New(s, o.Width, o.Articles)
	if o.Library != nil && len(o.Articles) == 0 {
		articles = shelf.NewLibrary(s, o.Width)
	}
	first := status.New(s)
	first.Say(o.Say)
	return &App{
		opt: o, styles: s, profile: colorprofile.TrueColor, mouse: o.Mouse,
		overlay: &overlay.Overlay{}, current: -1, hit: -1, pressed: -1, reading: o.Reading >= 0,
		places: map[string]int{}, marks: map[string]map[string]int{},
		shelf: articles, reader: reader.New(s, o.Width), margin: margin.New(s),
		people: people.New(s), evidence: evidence.New(s), links: links.New(s), about: about.New(s),
		notes: notes.New(s, kinds(o.Kinds)), picker: picker.New(s),
		help: help.New(s, o.Keys, kinds(o.Kinds)), prompt: prompt.New(s), status: first,
	}
}

// Init asks for the terminal's ground, and opens the first article.
func (a *App) Init() tea.Cmd {
	if !a.reading {
		return tea.Batch(tea.RequestBackgroundColor, a.startLibrary())
	}
	cmd := a.open(a.opt.Articles[a.opt.Reading])
	a.arrival = a.opt.Say // an article that opens clears the line
	return tea.Batch(tea.RequestBackgroundColor, cmd)
}

// Update takes a message: each kind has one line.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a, a.key(msg)
	case tea.PasteMsg:
		return a, a.paste(msg)
	case tea.MouseClickMsg:
		return a, tea.Batch(a.click(msg.Mouse()), a.want())
	case tea.MouseMotionMsg:
		a.drag(msg.Mouse())
	case tea.MouseWheelMsg:
		a.wheel(msg.Mouse())
		return a, a.want()
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return a, a.want()
	case tea.BackgroundColorMsg:
		a.restyle(theme.GroundOf(msg.IsDark()), a.profile)
	case tea.ColorProfileMsg:
		a.restyle(a.ground, msg.Profile)
	case tea.KeyboardEnhancementsMsg:
		a.help.SetDistinct(msg.SupportsKeyDisambiguation())
	case tea.ModeReportMsg:
		return a, a.modeReported(msg)
	case task.Opened:
		return a, a.opened(msg)
	case task.Measured:
		a.measured(msg)
	case task.Annotated:
		return a, a.annotatedBy(msg)
	case task.Acted:
		return a, a.acted(msg)
	case task.Noted:
		a.notesListed(msg)
	case task.Exported:
		a.exported(msg)
	case task.Edited:
		return a, a.edited(msg)
	case task.Browsed:
		a.browsed(msg)
	case task.Listed:
		return a, a.listed(msg)
	case task.Placed:
		return a, a.placed(msg)
	case task.Collected:
		a.collected(msg)
	case task.Done:
		return a, a.done(msg)
	case task.Refreshed:
		return a, a.refreshed(msg)
	case task.GotFullText:
		return a, a.gotFullText(msg)
	}
	return a, nil
}

// key goes to the prompt while that is open, else through the key map.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if a.ahead != nil {
		a.wait(msg)
		return nil
	}
	a.status.Say("")
	if a.asking != askNothing {
		return a.answer(msg)
	}
	in, ok := a.matcher.Feed(a.opt.Keys, a.scope(), msg.String())
	switch {
	case !ok:
		return nil
	case a.tooEarly(in):
		a.ahead = &ahead{era: a.era, intent: in}
		a.status.Say(a.unready() + ": what you type waits")
		return nil
	}
	return tea.Batch(a.perform(in), a.want())
}

// scope is the part of the screen that has the keys.
func (a *App) scope() keymap.Scope {
	switch {
	case a.helping:
		return keymap.Page
	case a.listing:
		return keymap.Side
	case !a.reading:
		return keymap.Shelf
	case a.onPanel && a.side == sideMargin:
		return keymap.Panel
	case a.onPanel:
		return keymap.Side
	case a.selecting():
		return keymap.Selection
	}
	return keymap.Text
}

// sheet is the list that stands in the panel's place, nil for the panel itself.
func (a *App) sheet() *sheet.Sheet {
	if a.side == sideMargin {
		return nil
	}
	return a.sheets()[a.side-sidePeople]
}

// sheets lists them all, in the order of the sides.
func (a *App) sheets() []*sheet.Sheet {
	return []*sheet.Sheet{a.people.Sheet, a.evidence.Sheet, a.links.Sheet, a.about.Sheet, a.notes.Sheet, a.picker.Sheet}
}
