package namesake

import "testing"

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b         string
		titles, same bool
	}{
		{"Abbas Araqchi", "Foreign Minister Araqchi", false, false},
		{"Abbas Araqchi", "Minister Araqchi", true, true},
		{"the ministry of health", "Health Ministry", true, true},
		{"Anna Berg", "Tomas Berg", true, false},
		{"two officials", "official", true, true},
		{"the president", "President", true, true},
		{"Été", "été", false, true},
		{"", "Berg", true, false},
		{"—", "Berg", true, false},
	} {
		if got := Same(c.a, c.b, c.titles); got != c.same {
			t.Errorf("Same(%q, %q, %v) = %v", c.a, c.b, c.titles, got)
		}
		if got := Same(c.b, c.a, c.titles); got != c.same {
			t.Errorf("Same(%q, %q, %v) = %v", c.b, c.a, c.titles, got)
		}
	}
}
