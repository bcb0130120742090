package merge

import (
	"cmp"
	"slices"
	"strings"
)

// Update brings the file of a page up to date. Its errors are *DamageError.
func Update(file []byte, page Page, o Options) (Result, error) {
	p, err := parse(file)
	if err != nil {
		return Result{}, err
	}
	changes, hashes, kept, err := p.mergeMatter(page, o)
	if err != nil {
		return Result{}, err
	}
	u := &update{parsed: p, page: page, options: o, changes: changes, kept: kept}
	for _, it := range p.items {
		u.existing(it)
	}
	u.added()
	u.replaceMark(p.begin, beginLine(page, hashes))
	u.replaceMark(p.end, endLine(u.ever()))
	return Result{File: u.apply(), Kept: u.kept}, nil
}

// update gathers the changes of a file.
type update struct {
	*parsed
	page    Page
	options Options
	changes []change
	kept    []string
	gone    []string // items that were removed because the page has them no more
}

// existing brings one item of the file up to date.
func (u *update) existing(old found) {
	body := unix(u.text(old.body))
	fresh, wanted := u.page.item(old.id)
	edited := hash(body) != old.hash
	if wanted && hash(body) == hash(fresh.Body) {
		edited = false // the reader wrote what we would have written
	}
	switch {
	case edited && !(wanted && (u.options.Force || slices.Contains(u.options.Taken, old.id))):
		u.kept = append(u.kept, old.id)
	case !wanted:
		u.changes = append(u.changes, change{u.withBlankLine(old.all), ""})
		u.gone = append(u.gone, old.id)
	case hash(body) != hash(fresh.Body) || old.hash != hash(fresh.Body):
		block := fresh.block()
		u.changes = append(u.changes, change{old.all, strings.TrimSuffix(block, "\n")})
	}
}

// withBlankLine adds the blank line that an item was written with.
func (u *update) withBlankLine(s stretch) stretch {
	rest := string(u.file[s.end:])
	for _, eol := range []string{"\r\n", "\n"} {
		if strings.HasPrefix(rest, eol) {
			s.end += len(eol)
			break
		}
	}
	return s
}

// added puts in the items that the file never had, each behind the nearest item
// before it that stands between the marks, with what the reader wrote below that
// one, or else before the nearest one after it.
func (u *update) added() {
	for i, it := range u.page.Items {
		if _, stands := u.item(it.ID); stands || slices.Contains(u.parsed.ever, it.ID) {
			continue
		}
		at := u.placeFor(i)
		u.changes = append(u.changes, change{stretch{at, at}, it.block()})
	}
}

func (u *update) placeFor(i int) int {
	for _, before := range slices.Backward(u.page.Items[:i]) {
		if it, ok := u.inside(before.ID); ok {
			return u.nextItem(it.all.end)
		}
	}
	for _, after := range u.page.Items[i+1:] {
		if it, ok := u.inside(after.ID); ok {
			return it.all.start
		}
	}
	return u.end.start
}

// inside finds an item that stands between the marks.
func (u *update) inside(id string) (found, bool) {
	it, ok := u.item(id)
	return it, ok && it.all.start >= u.begin.end && it.all.end <= u.end.start
}

// nextItem gives where the next item or mark begins.
func (u *update) nextItem(at int) int {
	for _, it := range u.items {
		if it.all.start >= at && it.all.end <= u.end.start {
			return it.all.start
		}
	}
	return u.end.start
}

// ever lists the items that were ever written, those that the page took back
// aside: they may come again.
func (u *update) ever() []string {
	out := slices.DeleteFunc(slices.Clone(u.parsed.ever), func(id string) bool { return slices.Contains(u.gone, id) })
	for _, id := range u.page.ids() {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// replaceMark changes the line of a mark where it says something else.
func (u *update) replaceMark(old stretch, line string) {
	if strings.TrimSpace(u.text(old)) != strings.TrimSpace(line) {
		u.changes = append(u.changes, change{old, line})
	}
}

// apply carries the changes out, in the order of the file.
func (u *update) apply() []byte {
	slices.SortStableFunc(u.changes, func(a, b change) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end))
	})
	var out []byte
	at := 0
	for _, c := range u.changes {
		out = append(out, u.file[at:c.start]...)
		out = append(out, strings.ReplaceAll(c.words, "\n", u.eol)...)
		at = c.end
	}
	return append(out, u.file[at:]...)
}
