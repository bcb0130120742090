package ui_test

import (
	"strings"
	"testing"
)

func TestQuotationsOneAfterTheOther(t *testing.T) {
	d := seed(t, 120, 36)
	d.want("1 of 18")
	d.press(")")
	d.want("2 of 18")
	d.press("3 )")
	d.want("5 of 18")
	d.press("2 (")
	d.want("3 of 18")
	d.press("9 9 )")
	d.want("18 of 18")
	d.press(")")
	d.wantStatus("none after this one")
	d.press("9 9 9 (")
	d.want("1 of 18")
}

func TestSameSpeakerAndDoubt(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("9 )")
	d.want("10 of 18", "▌ Abbas Araqchi  told")
	d.press("] s")
	d.want("11 of 18")
	d.press("] s")
	d.want("12 of 18", "▌ Abbas Araqchi  added")
	d.press("] s")
	d.wantStatus("none after this one")
	d.press("2 [ s")
	d.want("10 of 18")
	d.press("] ?")
	d.want("14 of 18", "▌ Abdel Fattah el-Sisi", "probably")
	d.press("[ ?")
	d.want("7 of 18")
}

func TestPanelAndTextFollowEachOther(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("tab 9 j")
	d.want("10 of 18", `told CNN on Sunday that "friendly`)
	d.press("3 j")
	d.want("13 of 18", "Larijani wrote on X")
	if d.row("Top News") >= 0 {
		t.Fatal("the text did not follow the panel")
	}
	d.press("esc")
	d.want("Top News") // back where the text stood
	d.press("tab 1 2 j enter")
	d.want("13 of 18", "Larijani wrote on X")
	d.wantStatus("next quote") // the text has the keys
	d.press("' '")
	d.want("Top News")
	d.press("ctrl+i")
	d.want("Larijani wrote on X")
	d.press("G")
	d.want("18 of 18")
	d.press("g")
	d.want("1 of 18", "Top News")
}

func TestGroupBySpeaker(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("S")
	d.wantStatus("by speaker")
	d.press("tab g")
	d.want("Axios")
	d.press("9 )")
	if first, second := d.row("told reporters"), d.row("Ali Larijani"); first >= 0 && first < second {
		t.Fatalf("not grouped:\n%s", d.screen())
	}
	d.press("S")
	d.want("WHO SAID WHAT")
}

func TestMarksAndJumps(t *testing.T) {
	d := seed(t, 80, 24)
	d.press("' a")
	d.wantStatus("no mark a")
	d.press("d m a")
	top := d.first()
	d.press("G ' a")
	if d.first() != top {
		t.Fatalf("mark a is at %q, not at %q", d.first(), top)
	}
	d.press("ctrl+o")
	d.wantStatus("100 %")
	d.press("ctrl+o")
	if d.first() != top {
		t.Fatalf("back at %q, not at %q", d.first(), top)
	}
	d.press("ctrl+o")
	d.wantStatus("no jump to go back to")
}

func TestCopy(t *testing.T) {
	d := seed(t, 120, 36)
	d.press("1 1 ) y")
	want := "— Abbas Araqchi, CNN, Sun 1 Feb 2026\n"
	if !strings.HasPrefix(d.clip, "“I see the possibility") || !strings.Contains(d.clip, want) {
		t.Fatalf("copied %q", d.clip)
	}
	d.wantStatus("clipboard")
}
