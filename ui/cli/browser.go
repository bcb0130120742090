package cli

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// browse opens an address in the browser: the first program of $BROWSER that is
// there, else the system's own. It does not wait for it.
func browse(address string) error {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto") {
		return fmt.Errorf("%s: not an address for a browser", address)
	}
	name, args, err := browser(os.Getenv("BROWSER"), runtime.GOOS, u.String())
	if err != nil {
		return err
	}
	cmd := exec.Command(name, args...) //nolint:noctx // it outlives the program
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("browser: %w", err)
	}
	go cmd.Wait() //nolint:errcheck // how a browser ends is its own matter
	return nil
}

// browser gives the command that opens an address. $BROWSER is a list with
// colons between; "%s" stands for the address, which else comes last.
func browser(list, system, address string) (string, []string, error) {
	for command := range strings.SplitSeq(list, ":") {
		words := strings.Fields(command)
		if len(words) == 0 {
			continue
		}
		if _, err := exec.LookPath(words[0]); err != nil {
			continue
		}
		if !strings.Contains(command, "%s") {
			return words[0], append(words[1:], address), nil
		}
		for i := range words {
			words[i] = strings.ReplaceAll(words[i], "%s", address)
		}
		return words[0], words[1:], nil
	}
	name := "xdg-open"
	if system == "darwin" {
		name = "open"
	}
	if _, err := exec.LookPath(name); err != nil {
		return "", nil, errors.New("no browser: set BROWSER to one")
	}
	return name, []string{address}, nil
}
