package intake_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"quoth/model/intake"
)

// TestSlowFeedsDelayNobody has five feeds that never answer among two hundred.
func TestSlowFeedsDelayNobody(t *testing.T) {
	hang := make(chan struct{})
	defer close(hang)
	handler := func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/hang") {
			select {
			case <-hang:
			case <-r.Context().Done():
			}
			return
		}
		fmt.Fprint(w, rss("https://e.example", r.URL.Path[1:], 0, 2))
	}
	in, _ := newIntake(t)
	var urls []string
	hosts := []string{serve(t, handler), serve(t, handler), serve(t, handler)}
	for i := range 60 {
		name := fmt.Sprint("/f", i)
		if i%12 == 0 {
			name = fmt.Sprint("/hang", i)
		}
		urls = append(urls, hosts[i%3]+name)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var mu sync.Mutex
	var done []string
	err := in.Refresh(ctx, follow(t, in, urls...), false, func(p intake.Progress) {
		mu.Lock()
		defer mu.Unlock()
		done = append(done, p.Feed.URL)
		if len(done) == 55 {
			cancel() // as Ctrl-C does
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	if slices.ContainsFunc(done, func(u string) bool { return strings.Contains(u, "hang") }) || len(done) != 55 {
		t.Errorf("done are %d: %v", len(done), done)
	}
	if n := count(t, in, ""); n != 110 {
		t.Errorf("%d articles kept, want 110", n)
	}
	for _, f := range feeds(t, in) {
		if f.Error != "" {
			t.Errorf("%s has the error %q: it was only cut short", f.URL, f.Error)
		}
	}
	sound(t, in)
}
