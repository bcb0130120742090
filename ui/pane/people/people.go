// Package people is the list of who and what an article names: people, bodies,
// places, with all their mentions. It walks through the mentions of the chosen
// one; going to them in the text is not its business.
package people

import (
	"fmt"
	"slices"
	"sort"
	"strconv"

	"github.com/sahilm/fuzzy"

	"quoth/model"
	"quoth/ui/line"
	"quoth/ui/sheet"
	"quoth/ui/theme"
)

// Pane is the list. Make it with New.
type Pane struct {
	*sheet.Sheet

	entities []model.Entity
	speaks   map[string]int // statements by Entity.ID
	filter   string

	shown  []int // for each item its index into entities, or -1
	entity int   // whose mentions are walked through, or -1
	at     int   // the mention
}

// New makes an empty list.
func New(styles *theme.Styles) *Pane {
	return &Pane{Sheet: sheet.New(styles, "NAMES"), entity: -1}
}

// SetAnnotations fills the list.
func (p *Pane) SetAnnotations(ann *model.Annotations) {
	p.entities, p.entity, p.filter = ann.Entities, -1, ""
	p.speaks = map[string]int{}
	for _, q := range ann.Quotes {
		p.speaks[q.Speaker]++
	}
	p.fill()
	p.Top()
}

// SetFilter shows only the names that have the letters in their order.
func (p *Pane) SetFilter(words string) {
	p.filter = words
	p.fill()
	p.Choose(0)
}

// Filter gives the words of the filter.
func (p *Pane) Filter() string { return p.filter }

func (p *Pane) fill() {
	n := 0
	for i := range p.entities {
		if p.fits(i) {
			n++
		}
	}
	p.SetTitle(p.filter, strconv.Itoa(n))
	p.Fill(p.build)
}

func (p *Pane) fits(i int) bool {
	return p.filter == "" || len(fuzzy.Find(p.filter, []string{p.entities[i].Name})) > 0
}

// kinds gives the headings in their order. People, bodies and places come first.
func kinds() []struct {
	kind    model.EntityType
	heading string
} {
	return []struct {
		kind    model.EntityType
		heading string
	}{
		{model.Person, "People"},
		{model.Org, "Bodies"},
		{model.Place, "Places"},
		{model.NORP, "Peoples and parties"},
		{model.Event, "Events"},
		{model.Work, "Works, laws, treaties"},
		{model.Date, "Dates"},
		{model.Time, "Times"},
	}
}

func (p *Pane) build(pen line.Pen, styles *theme.Styles, width int) []sheet.Item {
	p.shown = p.shown[:0]
	var items []sheet.Item
	add := func(entity int, it sheet.Item) {
		items = append(items, it)
		p.shown = append(p.shown, entity)
	}
	for _, k := range kinds() {
		group := p.group(k.kind)
		if len(group) == 0 {
			continue
		}
		if len(items) > 0 {
			add(-1, sheet.Item{Lines: []sheet.Line{{}}})
		}
		add(-1, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: k.heading}}}}})
		for _, e := range group {
			add(e, sheet.Item{Lines: []sheet.Line{p.line(styles, e)}, Pick: true})
		}
	}
	if len(items) == 0 {
		for _, words := range pen.Wrap("No names here.", width, 0) {
			add(-1, sheet.Item{Lines: []sheet.Line{{Left: []sheet.Piece{{Style: styles.Quiet, Text: words}}}}})
		}
	}
	return items
}

// group lists the entities of a kind, the most mentioned first.
func (p *Pane) group(kind model.EntityType) []int {
	var out []int
	for i, e := range p.entities {
		if e.Type == kind && p.fits(i) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return len(p.entities[b].Mentions) - len(p.entities[a].Mentions)
	})
	return out
}

// line draws an entity: its name, and how often it speaks and is mentioned; of
// the one that is walked through, at which mention the reader is.
func (p *Pane) line(styles *theme.Styles, i int) sheet.Line {
	e := &p.entities[i]
	count := fmt.Sprintf("%d×", len(e.Mentions))
	if n := p.speaks[e.ID]; n > 0 && e.ID != "" {
		count = fmt.Sprintf("said %d · %s", n, count)
	}
	if i == p.entity {
		count = fmt.Sprintf("%d of %d", p.at+1, len(e.Mentions))
	}
	return sheet.Line{
		Left:  []sheet.Piece{{Style: theme.Over(styles.Text, styles.Entity(e.Type)), Text: e.Name}},
		Right: sheet.Piece{Style: styles.Quiet, Text: count},
	}
}

// Entity gives the chosen one.
func (p *Pane) Entity() (model.Entity, bool) {
	item := p.Chosen()
	if item < 0 || item >= len(p.shown) || p.shown[item] < 0 {
		return model.Entity{}, false
	}
	return p.entities[p.shown[item]], true
}

// Walk goes to the n-th mention of the chosen entity after the one where it is,
// going round at the ends. Of one that was just chosen the first mention after
// off is where it starts.
func (p *Pane) Walk(n, off int) (e model.Entity, mention int, ok bool) {
	e, ok = p.Entity()
	if !ok || len(e.Mentions) == 0 {
		return e, 0, false
	}
	i := p.shown[p.Chosen()]
	if i == p.entity {
		p.at += n
	} else {
		p.entity = i
		p.at = sort.Search(len(e.Mentions), func(j int) bool { return e.Mentions[j].Start >= off })
	}
	p.at = ((p.at % len(e.Mentions)) + len(e.Mentions)) % len(e.Mentions)
	p.Fill(p.build)
	return e, p.at, true
}
