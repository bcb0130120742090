package config_test

import (
	"testing"

	"quoth/ui/config"
)

func TestSync(t *testing.T) {
	c, faults := config.Parse("[sync]\nservice = \"greader\"\nurl = \"https://r.example/api/greader.php\"\nuser = \"ida\"\nsecret_command = \"pass show r\"\n")
	want := config.Sync{Service: "greader", URL: "https://r.example/api/greader.php", User: "ida", SecretCommand: "pass show r"}
	if len(faults) > 0 || c.Sync != want {
		t.Errorf("got %+v, %v", c.Sync, faults)
	}
}

func TestSyncTellsWhatIsWrong(t *testing.T) {
	const good = "[sync]\nservice = \"miniflux\"\nurl = \"https://r.example\"\n"
	for in, want := range map[string]string{
		"sync = 1": "sync: want a table: [sync]",
		"[sync]\nservice = \"feedbin\"\nurl = \"https://r.example\"\nsecret_file = \"x\"": `sync.service: want "miniflux" or "greader"`,
		"[sync]\nservice = \"miniflux\"\nurl = \"r.example\"\nsecret_file = \"x\"":        "sync.url: want an address that begins with https://",
		"[sync]\nservice = \"greader\"\nurl = \"https://r.example\"\nsecret_file = \"x\"": "sync.user: greader needs one",
		good: "sync: set one of secret_command and secret_file",
		good + "secret_file = \"x\"\ntoken = \"abc\"":    "sync.token: secrets do not stand here: set secret_command or secret_file",
		good + "secret_file = \"x\"\nevery = \"1h\"":     `no such setting: "sync.every"; "quoth config default" shows all`,
		good + "secret_file = 1\nsecret_command = \"x\"": "sync.secret_file: want words in quotation marks",
	} {
		c, faults := config.Parse(in)
		if len(faults) != 1 || faults[0].Error() != want {
			t.Errorf("%s: got %v, want %s", in, faults, want)
		}
		if c.Sync != (config.Sync{}) {
			t.Errorf("%s: got %+v, want none", in, c.Sync)
		}
	}
}
