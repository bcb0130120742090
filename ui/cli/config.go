package cli

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/adrg/xdg"

	"quoth/ui/config"
)

type configCommand struct {
	Default configDefaultCommand `cmd:"" help:"Print a config.toml with every setting and key, commented."`
	Path    configPathCommand    `cmd:"" help:"Print where config.toml is looked for."`
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

// settings reads config.toml and reports what is wrong in it.
func (p *program) settings() config.Config {
	c, faults := config.Load(configFile())
	for _, fault := range faults {
		p.report(fault)
	}
	return c
}
