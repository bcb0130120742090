package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"testing"
	"time"

	"quoth/model/source/fetch"
)

func TestPlacesPerHostAndInAll(t *testing.T) {
	o := options()
	o.PerHost, o.Total, o.Slow = 2, 3, time.Hour
	var mu sync.Mutex
	at := map[string]int{}
	var all, most, mostAll int
	release := make(chan struct{})
	arrived := make(chan struct{}, 100)
	handler := func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		at[r.Host]++
		all++
		most, mostAll = max(most, at[r.Host]), max(mostAll, all)
		mu.Unlock()
		arrived <- struct{}{}
		<-release
		mu.Lock()
		at[r.Host]--
		all--
		mu.Unlock()
	}
	hosts := []string{serve(t, handler), serve(t, handler)}
	c := client(t, o)
	var wg sync.WaitGroup
	for i := range 12 {
		wg.Go(func() {
			if _, err := c.Do(t.Context(), fetch.Request{URL: hosts[i%2]}); err != nil {
				t.Error(err)
			}
		})
	}
	for range 3 {
		<-arrived
	}
	close(release)
	wg.Wait()
	if most != 2 || mostAll != 3 {
		t.Errorf("at most %d to a host and %d in all, want 2 and 3", most, mostAll)
	}
}

// TestSlowServersDelayNobody has more hanging requests than there are places.
func TestSlowServersDelayNobody(t *testing.T) {
	o := options()
	o.PerHost, o.Total, o.Slow = 2, 3, time.Millisecond
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/hang" {
			<-r.Context().Done()
		}
		fmt.Fprint(w, "x")
	})
	c := client(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	var hanging, quick sync.WaitGroup
	for range 4 {
		hanging.Go(func() { c.Do(ctx, fetch.Request{URL: url + "/hang"}) })
	}
	for range 50 {
		quick.Go(func() {
			if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err != nil {
				t.Error(err)
			}
		})
	}
	quick.Wait() // while the others hang
	cancel()
	hanging.Wait()
}

func TestWaitingForAPlaceCanBeCancelled(t *testing.T) {
	o := options()
	o.PerHost, o.Slow = 1, time.Hour
	asked := make(chan struct{}, 10)
	release := make(chan struct{})
	url := serve(t, func(http.ResponseWriter, *http.Request) { asked <- struct{}{}; <-release })
	c := client(t, o)
	var wg sync.WaitGroup
	wg.Go(func() {
		if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err != nil {
			t.Error(err)
		}
	})
	<-asked
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Do(ctx, fetch.Request{URL: url}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	close(release)
	wg.Wait()
	get(t, c, url) // the place is free again
}
