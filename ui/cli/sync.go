package cli

import (
	"context"
	"errors"
	"fmt"
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
	account := p.settings().Sync
	if account.Service == "" {
		return errors.New("no server to keep in step with: set [sync] in " + configFile() + "; \"quoth config default\" shows how")
	}
	in, err := p.web()
	if err != nil {
		return err
	}
	service, err := p.service(account, in.Client)
	if err != nil {
		return err
	}
	r, err := remote.Sync(p.ctx, in.Library, service)
	for _, fault := range r.Faults {
		p.report(fmt.Errorf("%s: %w", account.URL, fault))
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "%s\t%s, %d marked here, %d marked there, %s changed here, %d there\n",
		account.URL, count(len(r.New), "new article"), r.Here, r.There, count(r.FeedsHere, "feed"), r.FeedsThere)
	return p.annotateKept(in.Library)
}

// service makes the way to an account.
func (p *program) service(account config.Sync, client *fetch.Client) (remote.Service, error) {
	secret, err := secretOf(p.ctx, account)
	if err != nil {
		return nil, err
	}
	if account.Service == config.ServiceMiniflux {
		return miniflux.New(client, account.URL, secret), nil
	}
	return greader.New(client, account.URL, account.User, secret), nil
}

// secretOf gets a token or password from a command or a file. No error shows it.
func secretOf(ctx context.Context, account config.Sync) (string, error) {
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
		cmd.Stderr, cmd.Stdin = os.Stderr, os.Stdin                         // it may ask for a passphrase
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
