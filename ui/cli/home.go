package cli

import (
	"errors"
	"os"
	"path/filepath"
)

// What is said where the environment names no place for a file.
var (
	errNoLibrary  = errors.New("HOME is not set: name a library with --library")
	errNoSettings = errors.New("HOME is not set: no config.toml is looked for; set it, or XDG_CONFIG_HOME")
	errNoNotes    = errors.New("HOME is not set: name a folder for notes as export in config.toml")
)

// homeless reports whether a directory of the reader's own is not known: neither
// the variable that is for it names one, nor HOME. What xdg gives then lies under
// the root of the file system.
func homeless(variable string) bool {
	_, err := os.UserHomeDir()
	return err != nil && !filepath.IsAbs(os.Getenv(variable))
}
