package notefile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// clipEnd is the line that ends each clipping.
const clipEnd = "\n=========="

// What a device calls its clippings depends on its language. Whatever is neither
// note nor bookmark is a highlight.
var (
	clipNote     = regexp.MustCompile(`(?i)\b(your note|ihre notiz|votre note|(tu|la) nota|(sua|a) nota|la tua nota|uw notitie|je notitie)\b|のメモ|您?的笔记|的筆記`)
	clipBookmark = regexp.MustCompile(`(?i)\b(bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer)\b|ブックマーク|书签|書籤`)
	clipPlace    = regexp.MustCompile(`(?i)(?:location|loc\.|position|posición|emplacement|posizione|posição|locatie)\s+(\d+)(?:-(\d+))?`)
	clipPage     = regexp.MustCompile(`(?i)(?:page|seite|página|pagina)\s+(\d+)(?:-(\d+))?`)
	clipAdded    = regexp.MustCompile(`\| Added on \w+, (.+)$`)
)

// clip is one clipping: a highlight, or a note that the reader wrote at a place.
type clip struct {
	Note
	writing     bool
	first, last int // the device's own count of places; 0 for not told
}

// readKindle reads "My Clippings.txt". A note stands apart from the highlight
// that it is about, before or behind it, and has the place at which that one
// ends.
func readKindle(data string) []Note {
	var clips []clip
	for part := range strings.SplitSeq(strings.ReplaceAll(data, "\r", ""), clipEnd) {
		if c, ok := readClip(part); ok {
			clips = append(clips, c)
		}
	}
	about := make([]int, len(clips)) // for a note its highlight, or -1
	for i, c := range clips {
		about[i] = -1
		if c.writing {
			about[i] = highlightOf(clips, i)
		}
		if at := about[i]; at >= 0 {
			h := &clips[at].Note.Note
			h.Text = strings.TrimPrefix(h.Text+"\n\n"+c.Note.Note.Text, "\n\n")
			if c.Changed.After(h.Changed) {
				h.Changed = c.Changed
			}
		}
	}
	var out []Note
	for i, c := range clips {
		if about[i] < 0 {
			out = append(out, c.Note)
		}
	}
	return out
}

func readClip(part string) (clip, bool) {
	lines := strings.SplitN(strings.Trim(part, "\n\ufeff "), "\n", 3)
	if len(lines) < 3 || clipBookmark.MatchString(lines[1]) {
		return clip{}, false
	}
	words := strings.TrimSpace(lines[2])
	if words == "" {
		return clip{}, false
	}
	c := clip{writing: clipNote.MatchString(lines[1])}
	c.Title = strings.Trim(lines[0], "\ufeff ")
	if i := strings.LastIndex(c.Title, " ("); i > 0 && strings.HasSuffix(c.Title, ")") {
		c.Authors, c.Title = []string{c.Title[i+2 : len(c.Title)-1]}, c.Title[:i]
	}
	for _, by := range []*regexp.Regexp{clipPlace, clipPage} {
		if m := by.FindStringSubmatch(lines[1]); m != nil {
			if len(m[2]) < len(m[1]) { // "1856-57" is to 1857
				m[2] = m[1][:len(m[1])-len(m[2])] + m[2]
			}
			c.first, _ = strconv.Atoi(m[1])
			c.last, _ = strconv.Atoi(m[2])
			break
		}
	}
	if m := clipAdded.FindStringSubmatch(lines[1]); m != nil {
		c.Created = parseTime(m[1])
	}
	c.Changed = c.Created
	if c.writing {
		c.Note.Note.Text = words
	} else {
		c.Passage.Exact = words
	}
	return c, true
}

// highlightOf gives the highlight that the i-th clipping, a note, is about: the
// last one that ends at its place or holds it; without places the one before it.
// It gives -1 for a note on nothing that is marked.
func highlightOf(clips []clip, i int) int {
	c := clips[i]
	best := -1
	for at, h := range slices.All(clips) {
		switch {
		case h.writing || h.Title != c.Title || !slices.Equal(h.Authors, c.Authors):
		case c.last == 0:
			if at == i-1 {
				return at
			}
		case h.last == c.last:
			return at
		case h.first <= c.first && c.last <= h.last:
			best = at
		}
	}
	return best
}
