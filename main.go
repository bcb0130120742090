// Command quoth is a news reader for the terminal that knows who said what,
// where and when.
package main

import (
	"os"

	"quoth/ui/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
