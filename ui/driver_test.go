package ui_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"quoth/model"
	"quoth/ui"
	"quoth/ui/catalog"
	"quoth/ui/keymap"
	"quoth/ui/task"
)

// driver drives an App without a terminal: it sends messages, carries out the
// commands that come back one after the other, and checks every frame.
type driver struct {
	tb      testing.TB
	app     *ui.App
	width   int
	height  int
	pending []tea.Cmd // not carried out yet, where hold is set
	hold    bool
	quit    bool

	browsed []string
	clip    string
}

// world is the fake world around the App.
type world struct {
	articles map[string]*model.Article
	found    map[string]model.Annotations
	refs     []string
}

// fixture is a small article, with marks for its parts: see fixture_test.go.
func newWorld(tb testing.TB, names ...string) *world {
	tb.Helper()
	w := &world{articles: map[string]*model.Article{}, found: map[string]model.Annotations{}}
	for _, name := range names {
		w.articles[name], w.found[name] = sampleArticle(tb, name)
		w.refs = append(w.refs, name)
	}
	return w
}

func (w *world) options(tb testing.TB, reading int) ui.Options {
	tb.Helper()
	keys, err := keymap.Preset("default")
	if err != nil {
		tb.Fatal(err)
	}
	o := ui.Options{Reading: reading, Keys: keys}
	for _, ref := range w.refs {
		a := w.articles[ref]
		note := "fictional sample"
		if ref == "seed.txt" {
			note = ""
		}
		o.Articles = append(o.Articles, catalog.Entry{Ref: ref, Title: a.Title, Site: a.Site, Published: a.Published, Note: note})
	}
	o.Load = func(ref string) (*model.Article, error) {
		if a := w.articles[ref]; a != nil {
			return a, nil
		}
		return nil, errors.New(ref + ": no such file")
	}
	o.Annotate = func(a *model.Article) model.Annotations {
		for ref, b := range w.articles {
			if a == b {
				return w.found[ref]
			}
		}
		return model.Annotations{}
	}
	return o
}

// start runs an App on a screen of w×h cells until it is idle.
func start(tb testing.TB, o ui.Options, w, h int) *driver {
	tb.Helper()
	d := &driver{tb: tb}
	o.Browse = func(url string) error {
		d.browsed = append(d.browsed, url)
		return nil
	}
	d.app = ui.New(o)
	d.resize(w, h)
	d.drain(d.app.Init())
	return d
}

// begin starts an App on a screen of 120×36 cells and holds back what its commands
// give.
func begin(tb testing.TB, o ui.Options) *driver {
	tb.Helper()
	d := &driver{tb: tb, app: ui.New(o), hold: true}
	d.resize(120, 36)
	d.drain(d.app.Init())
	return d
}

func (d *driver) resize(w, h int) {
	d.width, d.height = w, h
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
}

// send hands a message to the App, carries out what it asks for and checks the
// frame.
func (d *driver) send(msg tea.Msg) {
	d.tb.Helper()
	_, cmd := d.app.Update(msg)
	d.check()
	d.drain(cmd)
}

func (d *driver) drain(cmd tea.Cmd) {
	d.tb.Helper()
	if cmd == nil {
		return
	}
	if d.hold {
		d.pending = append(d.pending, cmd)
		return
	}
	d.result(cmd())
}

// release carries out the i-th command that was held back.
func (d *driver) release(i int) {
	d.tb.Helper()
	cmd := d.pending[i]
	d.pending = append(d.pending[:i:i], d.pending[i+1:]...)
	d.result(cmd())
}

func (d *driver) result(msg tea.Msg) {
	d.tb.Helper()
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			d.drain(cmd)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		v := reflect.ValueOf(msg)
		if v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() { // tea.Sequence
			for i := range v.Len() {
				d.drain(v.Index(i).Interface().(tea.Cmd))
			}
			return
		}
		if v.Kind() == reflect.String && strings.HasSuffix(fmt.Sprintf("%T", msg), "setClipboardMsg") {
			d.clip = v.String()
			return
		}
		d.send(msg)
	}
}

// press types keys, named as the key map names them, with blanks between.
func (d *driver) press(keys string) {
	d.tb.Helper()
	for key := range strings.FieldsSeq(keys) {
		d.send(keyPress(key))
	}
}

// write types text, character by character.
func (d *driver) write(text string) {
	d.tb.Helper()
	for _, r := range text {
		if r == ' ' {
			d.send(keyPress("space"))
			continue
		}
		d.send(keyPress(string(r)))
	}
}

func keyPress(key string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	for mod, bit := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if rest, ok := strings.CutPrefix(key, mod); ok && rest != "" {
			key, msg.Mod = rest, msg.Mod|bit
		}
	}
	codes := map[string]rune{
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "f1": tea.KeyF1,
	}
	code, named := codes[key]
	switch {
	case key == "space":
		msg.Code, msg.Text = ' ', " "
	case named:
		msg.Code = code
	default:
		msg.Code = []rune(key)[0]
		if msg.Mod == 0 {
			msg.Text = key
		}
	}
	return msg
}

// screen gives the frame as plain text, without the blanks at the ends of its
// lines.
func (d *driver) screen() string {
	lines := strings.Split(ansi.Strip(d.app.View().Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

// row gives the first line of the frame that holds words, -1 for none.
func (d *driver) row(words string) int {
	for y, l := range strings.Split(d.screen(), "\n") {
		if strings.Contains(l, words) {
			return y
		}
	}
	return -1
}

// status gives the last line of the frame.
func (d *driver) status() string {
	lines := strings.Split(d.screen(), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// check holds every frame to its size: so many lines, each of so many cells, and
// no control sequence but for styles and links.
func (d *driver) check() {
	d.tb.Helper()
	v := d.app.View()
	if d.height == 0 {
		return
	}
	lines := strings.Split(v.Content, "\n")
	if len(lines) != d.height {
		d.tb.Fatalf("%d lines on a screen of %d×%d", len(lines), d.width, d.height)
	}
	for y, l := range lines {
		plain := ansi.Strip(l)
		if n := ansi.StringWidth(plain); n != d.width || ansi.StringWidthWc(plain) != d.width {
			d.tb.Fatalf("line %d is %d cells wide on a screen of %d×%d: %q", y, n, d.width, d.height, plain)
		}
		if strings.ContainsFunc(plain, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
			d.tb.Fatalf("line %d holds a control character: %q", y, plain)
		}
	}
	if c := v.Cursor; c != nil && (c.X < 0 || c.X >= max(d.width, 1) || c.Y < 0 || c.Y >= max(d.height, 1)) {
		d.tb.Fatalf("cursor at %d,%d on a screen of %d×%d", c.X, c.Y, d.width, d.height)
	}
}

func (d *driver) want(words ...string) {
	d.tb.Helper()
	for _, w := range words {
		if d.row(w) < 0 {
			d.tb.Fatalf("%q is not on the screen:\n%s", w, d.screen())
		}
	}
}

func (d *driver) wantNot(words ...string) {
	d.tb.Helper()
	for _, w := range words {
		if d.row(w) >= 0 {
			d.tb.Fatalf("%q is on the screen:\n%s", w, d.screen())
		}
	}
}

func (d *driver) wantStatus(words string) {
	d.tb.Helper()
	if !strings.Contains(d.status(), words) {
		d.tb.Fatalf("status line %q, want %q:\n%s", d.status(), words, d.screen())
	}
}

func mustPreset(tb testing.TB, name string) keymap.Map {
	tb.Helper()
	m, err := keymap.Preset(name)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// releaseAll carries out what was held back, and what comes of it, but for the
// commands whose result is to wait.
func (d *driver) releaseAll(wait func(tea.Msg) bool) {
	d.tb.Helper()
	for i := 0; i < len(d.pending); {
		cmd := d.pending[i]
		msg := cmd()
		if wait(msg) {
			d.pending[i] = func() tea.Msg { return msg }
			i++
			continue
		}
		d.pending = append(d.pending[:i:i], d.pending[i+1:]...)
		d.result(msg)
	}
}

// letGo carries out what was held back, and what comes of it, and holds nothing
// back any more.
func (d *driver) letGo() {
	d.tb.Helper()
	d.hold = false
	for len(d.pending) > 0 {
		d.release(0)
	}
}

func isAnnotated(msg tea.Msg) bool {
	_, ok := msg.(task.Annotated)
	return ok
}

func windowSize(w, h int) tea.WindowSizeMsg { return tea.WindowSizeMsg{Width: w, Height: h} }

// first gives the first line of what is shown, below the blank one.
func (d *driver) first() string {
	d.tb.Helper()
	return strings.TrimSpace(strings.Split(d.screen(), "\n")[1])
}
