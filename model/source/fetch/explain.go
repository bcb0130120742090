package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// StatusError is an answer that refuses.
type StatusError struct {
	Status int       // of HTTP
	Retry  time.Time // when the server wants to be asked again; zero where it does not say
}

// Error says what the status means and when to come back.
func (e *StatusError) Error() string {
	text := fmt.Sprintf("the server says %d %s", e.Status, http.StatusText(e.Status))
	switch e.Status {
	case http.StatusUnauthorized, http.StatusForbidden, http.StatusPaymentRequired:
		text += ": it wants a login, or no programs"
	case http.StatusNotFound, http.StatusGone:
		text += ": the address is wrong or no longer used"
	case http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		text += ": the fault is there, try again later"
	}
	if !e.Retry.IsZero() {
		text += ", not to be asked again before " + e.Retry.Format(time.DateTime)
	}
	return text
}

// refused makes an error of a status, and leaves the host alone that asks for
// it.
func (c *Client) refused(res *http.Response, at *url.URL) error {
	e := &StatusError{Status: res.StatusCode, Retry: c.retry(res.Header)}
	if !e.Retry.IsZero() && (e.Status == http.StatusTooManyRequests || e.Status == http.StatusServiceUnavailable) {
		c.pauses.set(at.Host, e.Retry)
	}
	return e
}

// redirectTo gives the address that an answer sends one on to.
func redirectTo(res *http.Response, at *url.URL) (*url.URL, error) {
	location := res.Header.Get("Location")
	if location == "" {
		return nil, fmt.Errorf("the server redirects with %d and does not say where to", res.StatusCode)
	}
	to, err := at.Parse(location)
	if err != nil {
		return nil, fmt.Errorf("the server redirects to %q, which is no address", location)
	}
	if to.Fragment == "" {
		to.Fragment = at.Fragment
	}
	return to, checkURL(to)
}

// parseURL reads an address of the web.
func parseURL(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return nil, errors.New("this is no address: it should look like https://example.org/page")
	}
	return u, checkURL(u)
}

func checkURL(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("only http and https are fetched, not %q", redacted(u.String()))
	}
	if u.Host == "" {
		return fmt.Errorf("there is no host in %q", redacted(u.String()))
	}
	return nil
}

// redacted hides a password in an address.
func redacted(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.User == nil {
		return s
	}
	return u.Redacted()
}

// explain says in words of everyday what an error of the network is.
func (c *Client) explain(err error) error {
	var dns *net.DNSError
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var hostname x509.HostnameError
	var record tls.RecordHeaderError
	var alert tls.AlertError
	var timeout net.Error
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("there is no host %s, or no network", dns.Name)
	case errors.As(err, &dns):
		return fmt.Errorf("host %s was not found: is there a network?", dns.Name)
	case errors.As(err, &unknown), errors.As(err, &invalid), errors.As(err, &hostname):
		return fmt.Errorf("the connection is not safe, nothing was read: %w", err)
	case errors.As(err, &record), errors.As(err, &alert):
		return fmt.Errorf("no safe connection: %w", err)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("the host is there, but nothing answers at that address (connection refused)")
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return errors.New("the host cannot be reached: is there a network?")
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return errors.New("the server ended the connection before all was sent: try again")
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		return fmt.Errorf("the server did not answer in time (%s to connect, %s to answer)", c.Connect, c.Header)
	}
	return err
}

// unanswered reports whether an error is a host's silence.
func unanswered(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout() || errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, syscall.EHOSTUNREACH)
}
