package export

import "testing"

func TestBesides(t *testing.T) {
	for _, c := range []struct{ mention, name, want string }{
		{"Iran's Foreign Minister Abbas Araqchi", "Abbas Araqchi", "Iran's Foreign Minister"},
		{"Jo Lee, the city's chief engineer", "Jo Lee", "the city's chief engineer"},
		{"the Karnataka High Court", "Karnataka High Court", ""},
		{"The Board, which", "Board", ""},
		{"of the Board, its owner", "Board", "its owner"},
		{"Ms. Lee", "Lee", "Ms."},
		{"Jo Lee's", "Jo Lee", ""},
		{"the court", "Karnataka High Court", ""},
	} {
		if got := besides(c.mention, c.name); got != c.want {
			t.Errorf("%q of %q is %q, want %q", c.name, c.mention, got, c.want)
		}
	}
}
