package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"

	"quoth/model"
)

// validators gives what the server and the body itself say of the copy.
func validators(h http.Header, body []byte) model.Validators {
	sum := sha256.Sum256(body)
	return model.Validators{ETag: h.Get("ETag"), LastModified: h.Get("Last-Modified"), Hash: hex.EncodeToString(sum[:])}
}

// renewed gives the validators of a copy that is still the newest: an answer
// that says so may bring new ones (RFC 9111, section 4.3.4).
func renewed(have model.Validators, h http.Header) model.Validators {
	if e := h.Get("ETag"); e != "" {
		have.ETag = e
	}
	if m := h.Get("Last-Modified"); m != "" {
		have.LastModified = m
	}
	return have
}

// longest bounds how long a server can keep one from asking again.
const longest = 24 * time.Hour

// fresh gives the time up to which an answer need not be asked for again (RFC
// 9111, section 4.2).
func (c *Client) fresh(h http.Header) time.Time {
	now := c.Now()
	for d := range strings.SplitSeq(strings.ToLower(h.Get("Cache-Control")), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(d), "=")
		switch name {
		case "no-cache", "no-store":
			return time.Time{}
		case "max-age":
			seconds, err := strconv.ParseInt(strings.Trim(value, `"`), 10, 64)
			if err != nil || seconds <= 0 {
				return time.Time{}
			}
			age, err := strconv.ParseInt(h.Get("Age"), 10, 64)
			if err != nil || age < 0 {
				age = 0
			}
			return until(now, time.Duration(min(seconds-min(age, seconds), int64(longest/time.Second)))*time.Second)
		}
	}
	if t, err := http.ParseTime(h.Get("Expires")); err == nil {
		return until(now, t.Sub(now))
	}
	return time.Time{}
}

// retry gives the time that Retry-After names, in seconds or as a date.
func (c *Client) retry(h http.Header) time.Time {
	value := strings.TrimSpace(h.Get("Retry-After"))
	now := c.Now()
	if seconds, err := strconv.ParseInt(value, 10, 64); err == nil {
		return until(now, time.Duration(min(seconds, int64(longest/time.Second)))*time.Second)
	}
	if t, err := http.ParseTime(value); err == nil {
		return until(now, t.Sub(now))
	}
	return time.Time{}
}

func until(now time.Time, d time.Duration) time.Time {
	if d <= 0 {
		return time.Time{}
	}
	return now.Add(min(d, longest))
}
