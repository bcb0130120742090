package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"quoth/ui/config"
)

type configCommand struct {
	Default configDefaultCommand `cmd:"" help:"Print a config.toml with every setting and key, commented."`
	Path    configPathCommand    `cmd:"" help:"Print where config.toml is looked for, and make the folder for it."`
}

type configDefaultCommand struct{}

// Run is called by kong.
func (configDefaultCommand) Run(p *program) error {
	_, err := io.WriteString(p.stdout, config.DefaultText())
	return err
}

type configPathCommand struct{}

// Run is called by kong.
func (configPathCommand) Run(p *program) error {
	file := configFile()
	if file == "" {
		return errNoSettings
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	_, err := fmt.Fprintln(p.stdout, file)
	return err
}

// configFile is where the settings are; "" where no place is known.
func configFile() string {
	if homeless("XDG_CONFIG_HOME") {
		return ""
	}
	return filepath.Join(xdg.ConfigHome, "quoth", "config.toml")
}

// settings reads config.toml for what goes by it: with a fault in it the exit
// status is that of a failure.
func (p *program) settings() (config.Config, []error) {
	c, faults := p.checkSettings()
	if len(faults) > 0 {
		p.fail()
	}
	return c, faults
}

// checkSettings reads config.toml, and tells each fault in it once.
func (p *program) checkSettings() (config.Config, []error) {
	c, faults := config.Load(configFile())
	for _, fault := range faults {
		p.mu.Lock()
		told := p.misset[fault.Error()]
		p.misset[fault.Error()] = true
		p.mu.Unlock()
		if !told {
			p.warn(fault)
		}
	}
	return c, faults
}

// shortFaults says in one line what is wrong with the settings: the screen has
// room for no more, and each fault is told in its own line, too.
func shortFaults(faults []error) string {
	if len(faults) == 0 {
		return ""
	}
	said := strings.TrimPrefix(faults[0].Error(), filepath.Dir(configFile())+string(filepath.Separator))
	if more := len(faults) - 1; more > 0 {
		said += fmt.Sprintf(" (and %d more)", more)
	}
	return said
}
