package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"quoth/model/remote"
	"quoth/model/remote/greader"
	"quoth/model/remote/miniflux"
	"quoth/model/source/fetch"
	"quoth/ui/config"
)

type syncCommand struct{}

// Run is called by kong.
func (syncCommand) Run(p *program) error {
	url, r, err := p.sync(os.Stdin, os.Stderr)
	for _, fault := range r.Faults {
		p.report(fmt.Errorf("%s: %w", url, fault))
	}
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(p.stdout, "%s\t%s\n", url, toldSync(r)); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	l, err := p.library()
	if err != nil {
		return err
	}
	return p.annotateKept(l)
}

// sync keeps the library in step with the account of the settings, whose address
// it gives. The command that gives the secret may ask for a passphrase on in and
// out.
func (p *program) sync(in io.Reader, out io.Writer) (url string, r remote.Result, err error) {
	settings, _ := p.settings()
	account := settings.Sync
	switch {
	case configFile() == "":
		return "", r, errNoSettings
	case account.Service == "":
		return "", r, errors.New("no server to keep in step with: set [sync] in " + configFile() + "; \"quoth config default\" shows how")
	}
	intake, err := p.web()
	if err != nil {
		return account.URL, r, err
	}
	secret, err := secretOf(p.ctx, account, in, out)
	if err != nil {
		return account.URL, r, err
	}
	r, err = remote.Sync(p.ctx, intake.Library, service(account, secret, intake.Client))
	return account.URL, r, err
}

// toldSync says what came of it.
func toldSync(r remote.Result) string {
	return fmt.Sprintf("%s, %d marked here, %d marked there, %s changed here, %d there",
		count(len(r.New), "new article"), r.Here, r.There, count(r.FeedsHere, "feed"), r.FeedsThere)
}

// Sync keeps in step with the reader's account, from the screen: its terminal is
// not the secret's.
func (s shelves) Sync(ctx context.Context) (said string, err error) {
	_, r, err := s.p.sync(nil, io.Discard)
	if err != nil {
		return "", err
	}
	said = toldSync(r)
	if n := len(r.Faults); n > 0 {
		said += fmt.Sprintf("; %s refused: %s", count(n, "thing"), r.Faults[0])
	}
	l, err := s.p.library()
	if err != nil {
		return said, err
	}
	return said, s.annotate(ctx, l)
}

// service makes the way to an account.
func service(account config.Sync, secret string, client *fetch.Client) remote.Service {
	if account.Service == config.ServiceMiniflux {
		return miniflux.New(client, account.URL, secret)
	}
	return greader.New(client, account.URL, account.User, secret)
}

// secretOf gets a token or password from a command or a file. No error shows it.
func secretOf(ctx context.Context, account config.Sync, in io.Reader, told io.Writer) (string, error) {
	var out []byte
	var err error
	from := "sync.secret_command"
	if account.SecretFile != "" {
		from = "sync.secret_file"
		out, err = os.ReadFile(homed(account.SecretFile))
	} else {
		shell, flag := "sh", "-c"
		if runtime.GOOS == "windows" {
			shell, flag = "cmd", "/c"
		}
		cmd := exec.CommandContext(ctx, shell, flag, account.SecretCommand) //nolint:gosec // it is the reader's own
		cmd.Stderr, cmd.Stdin = told, in                                    // it may ask for a passphrase
		out, err = cmd.Output()
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", from, err)
	}
	secret, _, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	if secret = strings.TrimSpace(secret); secret == "" {
		return "", fmt.Errorf("%s: it gave nothing", from)
	}
	return secret, nil
}

// homed puts the home directory in the place of "~/".
func homed(file string) string {
	if rest, ok := strings.CutPrefix(file, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return file
}
