package cli

import (
	"context"
	"strings"

	"quoth/model"
	"quoth/ui/catalog"
)

// Places lists the places at the left of the shelf.
func (s shelves) Places(ctx context.Context) ([]catalog.Place, error) {
	l, err := s.p.library()
	if err != nil {
		s.p.report(err) // the screen may be gone before it is read there
		return nil, err
	}
	places := catalog.Views()
	unread, err := parseQuery(places[1].Words)
	if err != nil {
		return nil, err
	}
	if places[1].Unread, err = l.Count(ctx, unread); err != nil {
		return nil, err
	}
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	places = append(places, feedPlaces(feeds)...)
	searches, err := l.SavedQueries(ctx)
	if err != nil {
		return nil, err
	}
	for _, q := range searches {
		places = append(places, catalog.Place{Kind: catalog.Search, Name: q.Name, Words: q.Query})
	}
	return places, nil
}

// feedPlaces lists feeds by their folders. They come sorted by folder.
func feedPlaces(feeds []model.Feed) []catalog.Place {
	var places []catalog.Place
	at := make(map[string]int) // of folders
	for _, f := range feeds {
		parts := f.Folders()
		for depth := range parts {
			path := strings.Join(parts[:depth+1], "/")
			i, known := at[path]
			if !known {
				i = len(places)
				at[path] = i
				places = append(places, catalog.Place{Kind: catalog.Folder, Name: parts[depth], Words: "feed:" + quoted(path) + " -is:archived", Depth: depth})
			}
			places[i].Unread += f.Unread
		}
		places = append(places, catalog.Place{
			Kind: catalog.Feed, Name: name(f), Feed: f.ID, URL: f.URL, Depth: len(parts), Unread: f.Unread, Error: f.Error, Whole: f.FullText,
		})
	}
	return places
}

func quoted(words string) string { return `"` + strings.ReplaceAll(words, `"`, " ") + `"` }
