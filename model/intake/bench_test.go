package intake_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"quoth/model/intake"
)

// BenchmarkRefresh refreshes 200 feeds of 20 items on four hosts of this
// machine, 5 of which never answer, up to the last of the others.
func BenchmarkRefresh(b *testing.B) {
	const all, hanging = 200, 5
	var round atomic.Int64
	handler := func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/hang") {
			<-r.Context().Done()
			return
		}
		n := int(round.Load()) * 20
		fmt.Fprint(w, rss("https://e.example", r.URL.Path[1:], n, n+20))
	}
	in, _ := newIntake(b)
	hosts := []string{serve(b, handler), serve(b, handler), serve(b, handler), serve(b, handler)}
	var urls []string
	for i := range all {
		name := fmt.Sprint("/f", i)
		if i < hanging {
			name = fmt.Sprint("/hang", i)
		}
		urls = append(urls, hosts[i%4]+name)
	}
	followed := follow(b, in, urls...)
	for b.Loop() {
		round.Add(1)
		ctx, cancel := context.WithCancel(b.Context())
		done := 0
		_ = in.Refresh(ctx, followed, true, func(intake.Progress) {
			if done++; done == all-hanging {
				cancel()
			}
		})
		cancel()
	}
}
