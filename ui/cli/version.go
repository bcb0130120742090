package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"quoth/annotate"
)

type versionCommand struct{}

// version gives the version that the program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// Run is called by kong.
func (versionCommand) Run(p *program) error {
	_, err := fmt.Fprintf(p.stdout, "quoth %s, engine %s, %s %s/%s\n",
		version(), annotate.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
