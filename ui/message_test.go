package ui_test

import (
	"errors"
	"strings"
	"testing"
)

// whole reports whether all the words stand on the screen in their order, whatever
// lines they are on.
func (d *driver) whole(words string) bool {
	return strings.Contains(strings.Join(strings.Fields(d.screen()), " "), words)
}

// TestALongMessageIsReadWhole: on as many lines as it needs, until the next key.
func TestALongMessageIsReadWhole(t *testing.T) {
	const fault = "fetch https://courier.example/a/long/way/to/nope.xml: the server says 404 Not Found: there is no feed at this address, and the page announces none"
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}} {
		d, l := shelved(t, 40, size[0], size[1])
		below := d.screen()
		l.feedErr = errors.New(fault)
		d.press(":")
		d.write("follow nope")
		d.press("enter")
		if size[0] > 40 && !d.whole(fault) || size[0] == 40 && !d.whole("the page announces none") {
			t.Errorf("at %d cells it is cut:\n%s", size[0], d.screen())
		}
		d.press("z")
		if d.screen() != below {
			t.Errorf("it stays:\n%s", d.screen())
		}
	}
	d, l := shelved(t, 40, 20, 5)
	l.feedErr = errors.New(fault)
	d.press(":")
	d.write("follow x")
	d.press("enter")
	d.wantStatus("…") // what there is room for
	d.resize(20, 1)
	d.resize(3, 2)
}

// TestAFaultInWhatIsTypedIsReadWhole: beside the words where there is room, else
// above them.
func TestAFaultInWhatIsTypedIsReadWhole(t *testing.T) {
	const fault = "character 14: there is no field of this name: feed, title, speaker, place, said, tag"
	for _, width := range []int{160, 100, 80, 60} {
		d, l := shelved(t, 40, width, 24)
		l.wrong = fault
		d.press("/")
		d.write("said:balloon ((")
		if !d.whole(fault) {
			t.Errorf("at %d cells it is cut:\n%s", width, d.screen())
		}
		d.wantStatus("/said:balloon ((")
		d.press("backspace backspace")
		if d.whole(fault) {
			t.Errorf("mended, and it still stands there:\n%s", d.screen())
		}
	}
	d, l := shelved(t, 40, 120, 24)
	l.wrong = "character 14: no such field"
	d.press("/")
	d.write("said:balloon ((")
	d.wantStatus(l.wrong)
}
