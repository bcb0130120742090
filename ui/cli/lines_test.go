package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"quoth/ui/cli"
)

// TestAnswersLineByLine holds --jsonl to answer each line when it came, so that
// another program can ask it one by one, and to status 130 when interrupted.
func TestAnswersLineByLine(t *testing.T) {
	cmd := exec.Command("quoth", "annotate", "--jsonl")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	for i := range 3 {
		fmt.Fprintf(in, "{\"id\": \"%d\", \"text\": \"\"}\n", i)
		answer, err := answers.ReadString('\n')
		if want := fmt.Sprintf(`{"id":"%d",`, i); err != nil || !strings.HasPrefix(answer, want) {
			t.Fatalf("got %q, %v, want %s…", answer, err, want)
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(answers)
	if err != nil || len(rest) > 0 {
		t.Errorf("after the interrupt: %q, %v", rest, err)
	}
	cmd.Wait()
	if got := cmd.ProcessState.ExitCode(); got != 130 {
		t.Errorf("exit status %d, want 130", got)
	}
}

// TestOrderIsKept annotates many articles of very different length at once.
func TestOrderIsKept(t *testing.T) {
	var in strings.Builder
	for i := range 60 {
		text := strings.Repeat("“We go,” said Ida Moreau of Harbour News. ", (i*37)%60)
		fmt.Fprintf(&in, "{\"id\": \"%d\", \"text\": %q}\n", i, text)
	}
	var outputs [2]strings.Builder
	for k, jobs := range []string{"1", "8"} {
		var errs strings.Builder
		status := cli.Run([]string{"annotate", "--jsonl", "-j", jobs}, strings.NewReader(in.String()), &outputs[k], &errs)
		if status != 0 || errs.Len() > 0 {
			t.Fatalf("-j %s: status %d, %s", jobs, status, errs.String())
		}
	}
	if outputs[0].String() != outputs[1].String() {
		t.Error("-j 8 gives other bytes than -j 1")
	}
	n := 0
	for line := range strings.Lines(outputs[1].String()) {
		if want := fmt.Sprintf(`{"id":"%d",`, n); !strings.HasPrefix(line, want) {
			t.Fatalf("line %d is %.40s", n, line)
		}
		n++
	}
	if n != 60 {
		t.Errorf("%d lines, want 60", n)
	}
}
