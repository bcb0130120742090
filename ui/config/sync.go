package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Sync is an account on a server that the library is kept in step with. The
// zero Sync is none. It holds no secret, only where to get it.
type Sync struct {
	Service       string // ServiceMiniflux or ServiceGReader
	URL           string
	User          string // of ServiceGReader
	SecretCommand string // a command of the shell that prints the token or password
	SecretFile    string // or a file that holds it
}

// The kinds of servers.
const (
	ServiceMiniflux = "miniflux"
	ServiceGReader  = "greader" // FreshRSS and others with the Google Reader API
)

// setSync reads the table [sync]. Half an account is none.
func (c *Config) setSync(table map[string]any) []error {
	var s Sync
	var faults []error
	fields := map[string]*string{
		"service": &s.Service, "url": &s.URL, "user": &s.User, "secret_command": &s.SecretCommand, "secret_file": &s.SecretFile,
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		field, known := fields[key]
		value, isWord := table[key].(string)
		switch {
		case key == "secret" || key == "token" || key == "password":
			faults = append(faults, fmt.Errorf("sync.%s: secrets do not stand here: set secret_command or secret_file", key))
		case !known:
			faults = append(faults, fmt.Errorf("no such setting: \"sync.%s\"; \"quoth config default\" shows all", key))
		case !isWord:
			faults = append(faults, fmt.Errorf("sync.%s: want words in quotation marks", key))
		default:
			*field = value
		}
	}
	switch {
	case s.Service != ServiceMiniflux && s.Service != ServiceGReader:
		faults = append(faults, fmt.Errorf("sync.service: want %q or %q", ServiceMiniflux, ServiceGReader))
	case !strings.HasPrefix(s.URL, "https://") && !strings.HasPrefix(s.URL, "http://"):
		faults = append(faults, errors.New("sync.url: want an address that begins with https://"))
	case s.Service == ServiceGReader && s.User == "":
		faults = append(faults, fmt.Errorf("sync.user: %s needs one", ServiceGReader))
	case (s.SecretCommand == "") == (s.SecretFile == ""):
		faults = append(faults, errors.New("sync: set one of secret_command and secret_file"))
	}
	if len(faults) == 0 {
		c.Sync = s
	}
	return faults
}

// syncText explains the table [sync], which has no default.
const syncText = `
# A server to keep in step with, by "quoth sync": Miniflux, or FreshRSS and others
# with the Google Reader API. The secret, an API token or API password, is what a
# command prints or what a file holds.
# [sync]
# service = "miniflux"  # or "greader"
# url = "https://reader.example.org"  # of FreshRSS: https://…/api/greader.php
# user = ""  # of greader
# secret_command = "pass show reader"
# secret_file = ""
`
