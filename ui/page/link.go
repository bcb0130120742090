package page

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// longestLink is the most bytes of a target that terminals take (VTE and
// iTerm2 agree on 2083, the old limit of browsers).
const longestLink = 2083

// SafeLink gives a link's target as it may be written to a terminal or handed
// to a browser. ok is false for any scheme but http, https and mailto, and for
// a target with control characters or without a host.
func SafeLink(target string) (safe string, ok bool) {
	if len(target) > longestLink || strings.ContainsFunc(target, hidden) {
		return "", false
	}
	u, err := url.Parse(target)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		ok = u.Host != ""
	case "mailto":
		ok = u.Opaque != ""
	}
	safe = u.String()
	if !ok || len(safe) > longestLink {
		return "", false
	}
	for i := range len(safe) { // what url leaves as it is: an opaque part, a raw query
		if safe[i] <= ' ' || safe[i] >= 0x7f {
			return "", false
		}
	}
	return safe, true
}

// hyperlinks gives the sequence that opens each link, empty for one that is not
// safe. The id joins the parts of a link that is broken over lines.
func hyperlinks(targets []string) []string {
	out := make([]string, len(targets))
	for i, t := range targets {
		if safe, ok := SafeLink(t); ok {
			out[i] = ansi.SetHyperlink(safe, "id=q"+strconv.Itoa(i))
		}
	}
	return out
}
