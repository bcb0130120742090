package fetch

import (
	"sync"
	"time"
)

// pauses remembers the hosts that are to be left alone for a while: those that
// said so, and those that did not answer several times.
type pauses struct {
	mu      sync.Mutex
	ends    map[string]time.Time
	unheard map[string]int // requests in a row without an answer
}

// After so many requests without any answer a host is left alone for deafFor.
const (
	deafAfter = 6
	deafFor   = time.Minute
)

func (p *pauses) until(host string, now time.Time) (time.Time, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	end, ok := p.ends[host]
	return end, ok && now.Before(end)
}

func (p *pauses) set(host string, end time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ends == nil {
		p.ends = make(map[string]time.Time)
	}
	if end.After(p.ends[host]) {
		p.ends[host] = end
	}
}

// heard counts whether a host answered.
func (p *pauses) heard(host string, answered bool, now time.Time) {
	p.mu.Lock()
	if p.unheard == nil {
		p.unheard = make(map[string]int)
	}
	if answered {
		p.unheard[host] = 0
	} else {
		p.unheard[host]++
	}
	deaf := p.unheard[host] >= deafAfter
	p.mu.Unlock()
	if deaf {
		p.set(host, now.Add(deafFor))
	}
}
