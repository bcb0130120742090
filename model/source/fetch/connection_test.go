package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"quoth/model/source/fetch"
)

func TestTimeouts(t *testing.T) {
	url := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/stall":
			fmt.Fprint(w, "the beginning")
			w.(http.Flusher).Flush()
		case "/drip":
			for r.Context().Err() == nil {
				fmt.Fprint(w, "x")
				w.(http.Flusher).Flush()
			}
		}
		<-r.Context().Done()
	})
	o := options()
	o.Header, o.Stall, o.Body = 50*time.Millisecond, 50*time.Millisecond, time.Minute
	c := client(t, o)
	fails(t, c, url+"/header", "did not answer in time")
	fails(t, c, url+"/stall", "stopped sending in the middle")
	o.Body, o.MaxWire = 50*time.Millisecond, 1<<40
	fails(t, client(t, o), url+"/drip", "not complete after 50ms")
}

func TestNobodyListens(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	fails(t, client(t, options()), "http://"+addr, "connection refused")
}

func TestUnsafeConnections(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	fails(t, client(t, options()), s.URL, "the connection is not safe, nothing was read")
	plain := serve(t, func(http.ResponseWriter, *http.Request) {})
	fails(t, client(t, options()), "https"+strings.TrimPrefix(plain, "http"), "no safe connection")
}

func TestCancelStopsAtOnce(t *testing.T) {
	asked := make(chan struct{})
	url := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		close(asked)
		<-r.Context().Done()
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() {
		_, err := client(t, options()).Do(ctx, fetch.Request{URL: url})
		done <- err
	}()
	<-asked
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}
