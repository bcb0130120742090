package remote

import (
	"context"
	"maps"
	"slices"

	"quoth/model"
	"quoth/model/library"
)

// batch is how many articles are asked for or marked at once.
const batch = 100

// articles brings what is unread and starred in step.
func (y *sync) articles(ctx context.Context) error {
	unread, err := keySet(y.service.Unread(ctx))
	if err != nil {
		return err
	}
	starred, err := keySet(y.service.Starred(ctx))
	if err != nil {
		return err
	}
	there := func(key string) model.State { return model.State{Read: !unread[key], Starred: starred[key]} }
	agreed, err := y.library.RemoteEntries(ctx, y.account)
	if err != nil {
		return err
	}
	known := make(map[string]bool, len(agreed))
	for _, r := range agreed {
		known[r.Key] = true
	}
	fresh, err := y.fetch(ctx, unknown(known, unread, starred))
	if err != nil {
		return err
	}
	return y.settle(ctx, append(agreed, fresh...), len(agreed), there)
}

func keySet(keys []string, err error) (map[string]bool, error) {
	set := make(map[string]bool, len(keys))
	for _, k := range keys {
		set[k] = true
	}
	return set, err
}

// unknown gives the keys of the sets that are not known, each once, sorted.
func unknown(known map[string]bool, sets ...map[string]bool) []string {
	all := make(map[string]bool)
	for _, set := range sets {
		for k := range set {
			if !known[k] {
				all[k] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// fetch keeps the articles that are on the server alone. As long as both sides
// have agreed on nothing, what one of them marked is marked.
func (y *sync) fetch(ctx context.Context, keys []string) ([]library.RemoteEntry, error) {
	var fresh []library.RemoteEntry
	for part := range slices.Chunk(keys, batch) {
		articles, err := y.service.Articles(ctx, part)
		if err != nil {
			return nil, err
		}
		var keep []model.Extract
		var entries []library.RemoteEntry
		for _, a := range articles {
			feed, ok := y.feedOf[a.FeedKey]
			if !ok {
				continue // of a feed that could not be followed
			}
			a.Feed, a.GUID = feed, library.FromServer+a.Source
			if a.Source == "" {
				a.GUID = library.FromServer + a.Key
			}
			keep = append(keep, a.Extract)
			entries = append(entries, library.RemoteEntry{Key: a.Key})
		}
		kept, err := y.library.KeepAll(ctx, keep)
		if err != nil {
			return nil, err
		}
		for i, k := range kept {
			if k.New {
				y.New = append(y.New, k.ID)
			}
			entries[i].ID = k.ID
			if k.Deleted {
				entries[i].State.Read = true
			} else if err := y.state(ctx, &entries[i]); err != nil {
				return nil, err
			}
		}
		fresh = append(fresh, entries...)
	}
	return fresh, nil
}

// state fills in what the library says of an article.
func (y *sync) state(ctx context.Context, r *library.RemoteEntry) error {
	e, err := y.library.Entry(ctx, r.ID)
	r.State = model.State{Read: e.State.Read, Starred: e.State.Starred}
	return err
}

// settle marks on each side what the other changed since both agreed, and keeps
// what they agree on now; the articles from index fresh on have no agreement yet.
// What the server refuses stays as it is on both sides and is tried again the
// next time.
func (y *sync) settle(ctx context.Context, all []library.RemoteEntry, fresh int, there func(string) model.State) error {
	agreed := slices.Clone(all)
	for _, flag := range []model.Flag{model.FlagRead, model.FlagStarred} {
		here := model.Change{Flag: flag}
		var set, clear []int // on the server; indexes
		for i, r := range all {
			state := there(r.Key)
			mine, theirs, last := *bit(flag, &r.State), *bit(flag, &state), *bit(flag, &r.Agreed)
			now := theirs
			if mine != last {
				now = mine
			}
			switch {
			case now && !theirs:
				set = append(set, i)
			case !now && theirs:
				clear = append(clear, i)
			case now && !mine:
				here.On = append(here.On, r.ID)
			case !now && mine:
				here.Off = append(here.Off, r.ID)
			}
			*bit(flag, &agreed[i].Agreed) = now
		}
		changed, err := y.library.Change(ctx, here)
		if err != nil {
			return err
		}
		y.Here += len(changed.On) + len(changed.Off)
		if err := y.push(ctx, flag, true, set, agreed); err != nil {
			return err
		}
		if err := y.push(ctx, flag, false, clear, agreed); err != nil {
			return err
		}
	}
	changed := agreed[fresh:]
	for i, r := range agreed[:fresh] {
		if r.Agreed != all[i].Agreed {
			changed = append(changed, r)
		}
	}
	return y.library.KeepRemoteEntries(ctx, y.account, changed)
}

// push marks articles on the server. Where it refuses, the two do not agree.
func (y *sync) push(ctx context.Context, flag model.Flag, on bool, indexes []int, agreed []library.RemoteEntry) error {
	for part := range slices.Chunk(indexes, batch) {
		keys := make([]string, len(part))
		for i, n := range part {
			keys[i] = agreed[n].Key
		}
		if err := y.service.Mark(ctx, flag, on, keys); err != nil {
			for _, n := range part {
				*bit(flag, &agreed[n].Agreed) = !on
			}
			if err := y.fault(ctx, err); err != nil {
				return err
			}
			continue
		}
		y.There += len(part)
	}
	return nil
}

// bit gives the place of a flag in a state.
func bit(flag model.Flag, s *model.State) *bool {
	if flag == model.FlagStarred {
		return &s.Starred
	}
	return &s.Read
}
