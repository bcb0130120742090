package ui_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"quoth/model"
	"quoth/ui"
)

// memory is a library in memory: what a reader made of one article.
type memory struct {
	id     string
	marks  model.Marks
	broken error  // what Act fails with
	typed  string // what the editor makes of a note
	opened string // what it was opened with
	now    time.Time
}

func (m *memory) act(act model.Action) error {
	if m.broken != nil {
		return m.broken
	}
	after, err := m.marks.With(act)
	if err == nil {
		m.marks = after
	}
	return err
}

func (m *memory) options(o ui.Options) ui.Options {
	m.id, m.marks.Dating.Article, m.now = "a1", "a1", time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	o.Kept = func(*model.Article) (string, model.Marks, error) { return m.id, m.marks, nil }
	o.Act = m.act
	o.NoteID = func(a *model.Article, passage model.Anchor) (string, error) {
		return model.NoteID(a.Source, passage, func(id string) bool {
			return slices.ContainsFunc(m.marks.Notes, func(n model.Note) bool { return n.ID == id })
		}), nil
	}
	o.Now = func() time.Time {
		m.now = m.now.Add(time.Second)
		return m.now
	}
	o.Edit = func(text string, done func(string, error) tea.Msg) tea.Cmd {
		m.opened = text
		return func() tea.Msg { return done(m.typed, nil) }
	}
	return o
}

// noting starts an App over a library in memory.
func noting(t *testing.T, w, h int) (*driver, *memory) {
	t.Helper()
	m := &memory{}
	return start(t, m.options(newWorld(t, "seed.txt").options(t, 0)), w, h), m
}

func (m *memory) want(t *testing.T, want ...string) {
	t.Helper()
	var got []string
	for _, n := range m.marks.Notes {
		got = append(got, fmt.Sprintf("%s|%s|%v", n.Kind, n.Text, n.Tags))
	}
	if !slices.Equal(got, want) {
		t.Fatalf("kept %q, want %q", got, want)
	}
}

func TestNoteOnAQuotation(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.press("9 ) a")
	d.wantStatus("note")
	d.write("ask for the tape #iran")
	d.press("enter")
	d.wantStatus("note kept")
	m.want(t, "|ask for the tape|[iran]")
	if n := m.marks.Notes[0]; n.Passage.Exact == "" || n.Passage.Exact != n.Passage.In(sampleText(t)) || n.ID == "" || n.Article != "a1" {
		t.Fatalf("the note is not on the words: %+v", n)
	}
	d.want("✎")
	d.press("a") // the note that is there
	d.wantStatus("ask for the tape #iran")
	d.write(" #i")
	d.press("tab")
	d.wantStatus("ask for the tape #iran #iran")
}

func TestNoteIsKeptOnlyWhenItIs(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.hold = true
	d.press("9 ) a")
	d.write("later")
	d.press("enter")
	if s := d.status(); s == "note kept" {
		t.Fatal("kept before it was")
	}
	d.hold = false
	d.release(0)
	d.wantStatus("note kept")
	m.broken = errors.New("disk full")
	d.press("A")
	d.write("more")
	d.press("enter")
	d.wantStatus("not kept: disk full")
	m.want(t, "|later|[]")
	m.broken = nil
	d.press("esc U")
	d.wantStatus("undone")
	m.want(t)
	d.press("U")
	d.wantStatus("nothing to undo")
	d.press("ctrl+r")
	m.want(t, "|later|[]")
}

func TestNotesOneAfterTheOther(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.hold = true
	d.press("9 )")
	for _, words := range []string{"one", "two", "three"} {
		d.press("a")
		d.write(words)
		d.press("enter )")
	}
	d.press("U U")
	d.letGo()
	m.want(t, "|one|[]")
	d.press("9 ctrl+r")
	m.want(t, "|one|[]", "|two|[]", "|three|[]")
}

// TestNoteIsChangedAsItIsThen: what is done to a note while an older change of it
// is on its way keeps that change.
func TestNoteIsChangedAsItIsThen(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.play("9 ) a 'why?' enter")
	d.hold = true
	d.play("t 'one' enter t 'two' enter H 'doubt' enter T 'one' enter t 'three' enter")
	d.letGo()
	m.want(t, "doubt|why?|[three two]")
}

// TestTagsMeetOnOneNote: what is typed faster than it is kept makes one note.
func TestTagsMeetOnOneNote(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.hold = true
	d.play("9 ) t 'one' enter t 'two' enter H 'doubt' enter")
	d.letGo()
	m.want(t, "doubt||[one two]")
}

// TestWordsThatCannotBeKeptStay: the prompt opens again with them, and so does the
// editor.
func TestWordsThatCannotBeKeptStay(t *testing.T) {
	d, m := noting(t, 120, 36)
	m.broken, m.typed = errors.New("disk full"), "many\n\nwords"
	d.play("9 ) a 'ask for the tape' enter")
	d.wantStatus("note ask for the tape")
	d.wantStatus("not kept: disk full")
	m.broken = nil
	d.press("enter")
	d.wantStatus("note kept")
	m.want(t, "|ask for the tape|[]")
	m.broken = errors.New("disk full")
	d.press("e")
	d.wantStatus("not kept: disk full")
	m.broken = nil
	d.press("e")
	if m.opened != "many\n\nwords" {
		t.Errorf("the editor opened with %q", m.opened)
	}
	m.want(t, "|many\n\nwords|[]")
}

// TestQuitWaitsForWhatIsBeingKept: nothing is lost by quitting at once.
func TestQuitWaitsForWhatIsBeingKept(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.hold = true
	d.play("9 ) a 'one' enter 3 ) a 'two' enter Q")
	d.wantStatus("keeping what you did")
	d.letGo()
	m.want(t, "|one|[]", "|two|[]")
	if !d.quit {
		t.Error("the program goes on")
	}
	d, _ = noting(t, 120, 36)
	d.hold = true
	d.play("9 ) a 'one' enter Q Q")
	d.hold = false
	d.release(len(d.pending) - 1)
	if !d.quit {
		t.Error("asked for again it waits")
	}
}

// TestTypedAhead: a note that is begun before the article is annotated takes the
// words that are typed, and they are no commands.
func TestTypedAhead(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	var annotate tea.Cmd
	ahead := func() *driver {
		d := begin(t, o)
		d.releaseAll(isAnnotated)
		annotate = d.pending[0]
		d.hold, d.pending = false, nil
		d.press("A")
		d.wantStatus("what you type waits")
		d.write("Quote D x")
		return d
	}
	d := ahead()
	if d.quit {
		t.Fatal("the words were taken for commands")
	}
	d.press("enter")
	d.result(annotate())
	d.wantStatus("note kept")
	m.want(t, "|Quote D x|[]")
	d = ahead()
	d.press("esc")
	d.result(annotate())
	m.want(t, "|Quote D x|[]")
	d.want("WHO SAID WHAT")
}

// TestPastedAhead: what is pasted into such a note waits, too, and what is typed
// while the article itself is still being opened.
func TestPastedAhead(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	d := begin(t, o)
	d.press("A")
	d.wantStatus("still being opened: what you type waits")
	d.write("Q: ")
	d.send(tea.PasteMsg{Content: "Dow Jones, D"})
	d.write(" x")
	d.press("enter")
	d.letGo()
	if d.quit {
		t.Fatal("the words were taken for commands")
	}
	d.wantStatus("note kept")
	m.want(t, "|Q: Dow Jones, D x|[]")
}

// TestTypedAheadOfNoQuotation: where there is nothing to write a note on, its words
// are no commands.
func TestTypedAheadOfNoQuotation(t *testing.T) {
	m := &memory{}
	w := newWorld(t, "seed.txt")
	w.found["seed.txt"] = model.Annotations{}
	d := begin(t, m.options(w.options(t, 0)))
	d.press("a")
	d.write("Quote D")
	d.press("enter")
	d.letGo()
	d.wantStatus("no quotation here")
	if d.quit {
		t.Error("the words were taken for commands")
	}
	m.want(t)
}

// TestTagsWithinASentence: the words of a note stay as they are written.
func TestTagsWithinASentence(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.play("9 ) a 'ask about #maps of 1904 and #x, issue #5' enter t 'two words, three' enter")
	m.want(t, "|ask about #maps of 1904 and #x, issue #5|[maps three two words x]")
	d.play("T 'words, x' enter T 'two' enter T 'three' enter a")
	m.want(t, "|ask about #maps of 1904 and #x, issue #5|[maps]")
}

// TestLongNoteOnOneLine: a note is as long as it is, typed, pasted, or written in
// the editor and gone on with on the line.
func TestLongNoteOnOneLine(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("every word of it counts ", 3000))
	for name, n := range map[string]int{"more than fits the screen": 700, "more than many screens": len(long)} {
		t.Run(name, func(t *testing.T) {
			words := strings.TrimSpace(long[:n])
			d, m := noting(t, 80, 24)
			d.press("9 ) a")
			d.send(tea.PasteMsg{Content: words})
			d.press("enter")
			d.wantStatus("note kept")
			m.want(t, "|"+words+"|[]")
			d.play("a ' to the end' home enter")
			m.want(t, "|"+words+" to the end|[]")
			m.typed = words
			d.press("e a")
			d.wantStatus(words[len(words)-40:])
			d.play("' and on' enter")
			m.want(t, "|"+words+" and on|[]")
		})
	}
}

// TestLongNoteInTheList: what is left out of it is told.
func TestLongNoteInTheList(t *testing.T) {
	d, m := noting(t, 120, 36)
	m.typed = "one\n\ntwo\nthree\nfour\nfive"
	d.press("9 ) e L")
	d.want("one", "three", "four …")
	m.typed = "one\ntwo\nthree\nfour"
	d.press("e")
	d.want("four")
	if strings.Contains(d.screen(), "four …") {
		t.Error("of a note that is shown whole something is said to be left out")
	}
}

func TestNotesList(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.press("9 ) a")
	d.write("tape")
	d.press("enter 3 ) a")
	d.write("why? #x")
	d.press("enter A")
	d.write("read again")
	d.press("enter L")
	d.want("NOTES", "on the whole article", "read again", "tape", "why?", "#x")
	d.press("j H")
	d.write("dou")
	d.press("enter")
	d.wantStatus("highlighted: doubt")
	d.press("t")
	d.write("y")
	d.press("enter")
	d.press("g enter")
	d.want("WHO SAID WHAT")
	d.wantStatus("read again")
	m.want(t, "doubt|tape|[y]", "|why?|[x]", "|read again|[]")
	d.press("] a D")
	d.wantStatus("note deleted")
	m.want(t, "|why?|[x]", "|read again|[]")
	d.press("9 U")
	d.wantStatus("nothing to undo")
	m.want(t)
	d.press("9 ctrl+r")
	m.want(t, "|why?|[x]", "|read again|[]")
}

// TestEmptiedNote: a note without words stays as a mark where it marks something,
// and is taken away where it does not; either is told, and undone.
func TestEmptiedNote(t *testing.T) {
	d, m := noting(t, 120, 36)
	d.play("9 ) a 'why? #x' enter")
	m.typed = " \n"
	d.press("e")
	d.wantStatus("the words are gone, the mark stays; U brings them back")
	m.want(t, "||[x]")
	d.press("U")
	m.want(t, "|why?|[x]")
	d.play("a ctrl+u enter")
	d.wantStatus("the words are gone, the mark stays; U brings them back")
	m.want(t, "||[]")
	d.press("U D")
	m.want(t)
	d.play("A enter")
	d.wantStatus("nothing written")
	m.want(t)
	d.play("A 'all of it' enter L e")
	d.wantStatus("note deleted; U brings it back")
	m.want(t)
	d.press("U")
	m.want(t, "|all of it|[]")
	d.play("A ctrl+u '#y' enter")
	d.wantStatus("the words are gone, the mark stays; U brings them back")
	m.want(t, "||[y]")
	d.play("T 'y' enter")
	d.wantStatus("note deleted; U brings it back")
	m.want(t)
}

func TestNoteInTheEditor(t *testing.T) {
	d, m := noting(t, 120, 36)
	m.typed = "first line\n\n- second\n"
	d.press("9 ) e")
	d.wantStatus("note kept")
	m.want(t, "|first line\n\n- second|[]")
	d.press("a")
	d.wantStatus("does not fit on one line")
	d.press("e")
	if m.opened != "first line\n\n- second" {
		t.Fatalf("the editor was opened with %q", m.opened)
	}
}

// TestTagsInTheEditor: they are the same as on one line.
func TestTagsInTheEditor(t *testing.T) {
	d, m := noting(t, 120, 36)
	m.typed = "ask about #maps, then\n\n- second\n\n#tagx #b\n"
	d.press("9 ) e")
	d.wantStatus("note kept")
	m.want(t, "|ask about #maps, then\n\n- second|[b maps tagx]")
	m.typed = "ask about #roads, then"
	d.press("e")
	m.want(t, "|ask about #roads, then|[b roads tagx]")
	d.press("a")
	d.wantStatus("note ask about #roads, then #b #tagx")
}

func TestOrphansAreListed(t *testing.T) {
	m := &memory{}
	o := m.options(newWorld(t, "seed.txt").options(t, 0))
	m.marks.Notes = []model.Note{{ID: "n1", Article: "a1", Text: "gone", Passage: model.Anchor{
		Exact: "words that nobody ever put into this article at all", Prefix: "xylophone zebra", Suffix: "quartz jackdaw",
	}}}
	d := start(t, o, 120, 36)
	d.press("L")
	d.want("words that nobody", "gone", "orphan")
	d.press("enter")
	d.wantStatus("orphan")
}

func TestWithoutALibrary(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("9 ) a")
	d.wantStatus("nothing can be kept")
}

func sampleText(t *testing.T) string {
	t.Helper()
	a, _ := sampleArticle(t, "seed.txt")
	return a.Text
}

func TestNoteFrames(t *testing.T) {
	for _, size := range sizes() {
		for name, keys := range map[string]string{
			"marks":     "esc",
			"list":      "L",
			"selection": "v 2 ) w",
			"prompt":    "a",
			"picker":    "w 'a'",
			"corrected": "w 'lari' enter ( c c )",
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), func(t *testing.T) {
				d, _ := noting(t, size[0], size[1])
				d.play("9 ) a 'ask for the tape #iran' enter ) H 'doubt' enter A 'read again' enter (")
				d.play(keys)
				golden.RequireEqual(t, []byte(plainBars(d.screen())+"\n"))
			})
		}
	}
}
