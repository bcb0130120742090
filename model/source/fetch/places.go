package fetch

import (
	"context"
	"sync"
)

// places hands out the right to make a request: so many to one host, so many in
// all. Who waits is served in order, but nobody waits for a host that is not his
// own.
type places struct {
	perHost, total int

	mu      sync.Mutex
	busy    int
	hosts   map[string]*host
	waiting []*waiter
}

// host counts the requests to one host.
type host struct {
	busy int // that hold a place
	slow int // that gave it up and still wait for an answer
}

type waiter struct {
	host  string
	ready chan struct{} // closed when the place is given
}

func newPlaces(perHost, total int) *places {
	return &places{perHost: perHost, total: total, hosts: make(map[string]*host)}
}

// slowPerPlace bounds how many requests that gave their place up may wait for one
// slow host, as a multiple of its places; one more keeps its place.
const slowPerPlace = 2

// free reports whether a request to that host may be made. The lock is held.
func (p *places) free(name string) bool {
	h := p.hosts[name]
	return p.busy < p.total && (h == nil || h.busy < p.perHost)
}

// occupy takes a free place. The lock is held.
func (p *places) occupy(name string) {
	if p.hosts[name] == nil {
		p.hosts[name] = &host{}
	}
	p.hosts[name].busy++
	p.busy++
}

// take waits for a place.
func (p *places) take(ctx context.Context, name string) (*place, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.mu.Lock()
	if p.free(name) {
		p.occupy(name)
		p.mu.Unlock()
		return &place{all: p, host: name}, nil
	}
	w := &waiter{host: name, ready: make(chan struct{})}
	p.waiting = append(p.waiting, w)
	p.mu.Unlock()
	select {
	case <-w.ready:
		return &place{all: p, host: name}, nil
	case <-ctx.Done():
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-w.ready: // given at the same moment
		p.hosts[name].busy--
		p.busy--
	default:
		p.drop(w)
	}
	p.serve()
	return nil, ctx.Err()
}

func (p *places) drop(w *waiter) {
	for i, other := range p.waiting {
		if other == w {
			p.waiting = append(p.waiting[:i], p.waiting[i+1:]...)
			return
		}
	}
}

// serve gives free places to those who wait. The lock is held.
func (p *places) serve() {
	still := p.waiting[:0]
	for _, w := range p.waiting {
		if p.free(w.host) {
			p.occupy(w.host)
			close(w.ready)
		} else {
			still = append(still, w)
		}
	}
	clear(p.waiting[len(still):])
	p.waiting = still
}

// place is the right to make one request.
type place struct {
	all  *places
	host string
	held state
}

type state uint8

const (
	holds state = iota
	slow
	left
)

// yield lets another request go first while this one waits for its answer.
func (p *place) yield() {
	p.all.mu.Lock()
	defer p.all.mu.Unlock()
	h := p.all.hosts[p.host]
	if p.held != holds || h.slow >= slowPerPlace*p.all.perHost {
		return
	}
	p.held = slow
	h.busy--
	h.slow++
	p.all.busy--
	p.all.serve()
}

// leave gives the place back.
func (p *place) leave() {
	p.all.mu.Lock()
	defer p.all.mu.Unlock()
	switch h := p.all.hosts[p.host]; p.held {
	case holds:
		h.busy--
		p.all.busy--
	case slow:
		h.slow--
	case left:
	}
	p.held = left
	p.all.serve()
}
