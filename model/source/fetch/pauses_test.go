package fetch_test

import (
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"quoth/model/source/fetch"
)

func TestRetryAfterPausesTheHost(t *testing.T) {
	for _, c := range []struct{ header, until string }{
		{"120", "2026-02-02 12:02:00"},
		{now.Add(time.Hour).Format(http.TimeFormat), "2026-02-02 13:00:00"},
	} {
		var asked atomic.Int32
		url := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			asked.Add(1)
			w.Header().Set("Retry-After", c.header)
			w.WriteHeader(http.StatusTooManyRequests)
		})
		cl := client(t, options())
		fails(t, cl, url+"/a", "429", c.until)
		err := fails(t, cl, url+"/b", c.until)
		var status *fetch.StatusError
		if !errors.As(err, &status) || status.Retry.IsZero() {
			t.Errorf("error is %#v", err)
		}
		if asked.Load() != 1 {
			t.Errorf("the host was asked %d times", asked.Load())
		}
	}
}

func TestDeafHostIsLeftAlone(t *testing.T) {
	o := options()
	o.Header = time.Millisecond
	var asked atomic.Int32
	url := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		<-r.Context().Done()
	})
	c := client(t, o)
	for range 20 {
		if _, err := c.Do(t.Context(), fetch.Request{URL: url}); err == nil {
			t.Fatal("no error")
		}
	}
	if n := asked.Load(); n > 6 {
		t.Errorf("a host that never answers was asked %d times", n)
	}
}
