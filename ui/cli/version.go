package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"quoth/annotate"
)

type versionCommand struct{}

// Run is called by kong.
func (versionCommand) Run(p *program) error {
	version := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(p.stdout, "quoth %s, engine %s, %s %s/%s\n",
		version, annotate.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
