#!/usr/bin/env python3
"""Types at the prompt of quotary-query through a pseudo-terminal, as a person does.

  prompt_test.py BIN_DIR SOURCE_DIR
"""
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

BIN, SOURCE = sys.argv[1:]


class Prompt:
    def __init__(self, folder):
        self.seen = ""
        pid, self.fd = pty.fork()
        if pid == 0:
            env = dict(os.environ, XDG_STATE_HOME=folder, QUOTARY_CONFIG="", TERM="xterm", PAGER=f"{folder}/pager", NO_COLOR="1")
            os.execve(f"{BIN}/quotary-query", ["quotary-query", "-i", f"{folder}/index"], env)
        self.pid = pid

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def expect(self, pattern):
        """Waits for it; what came before is forgotten."""
        end = time.time() + 60
        while not re.search(pattern, self.seen):
            if time.time() > end:
                sys.exit(f"FAILED: no {pattern!r} in {self.seen!r}")
            if select.select([self.fd], [], [], 1)[0]:
                try:
                    self.seen += os.read(self.fd, 65536).decode(errors="replace")
                except OSError:
                    sys.exit(f"FAILED: ended before {pattern!r}: {self.seen!r}")
        self.seen = self.seen[re.search(pattern, self.seen).end():]

    def code(self):
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([f"{BIN}/quotary-index", "--quiet", "-i", f"{folder}/index", f"{SOURCE}/corpus/sample"], check=True,
                   stderr=subprocess.DEVNULL)
    with open(f"{folder}/pager", "w", encoding="utf-8") as pager:  # as less: goes on after Ctrl-C
        pager.write("#!/bin/sh\ntrap : INT\ntext=$(cat)\nprintf '%s\\n' \"$text\"\n"
                    "case $text in *grain*) echo first page; until read line </dev/tty; do :; done\n"
                    "echo pager read: $line;; esac\n")
    os.chmod(f"{folder}/pager", 0o755)
    prompt = Prompt(folder)
    prompt.expect("quotary> ")
    prompt.type("everything Putin said about BRICS --count\n")
    prompt.expect(r"\d+ statements\r\n")
    prompt.expect("quotary> ")
    prompt.type("half a question\x03")  # Ctrl-C gives the line up
    prompt.expect("quotary> ")
    prompt.type(":nope\n")
    prompt.expect("there is no command :nope")
    prompt.type("speaker:Guln\t\n")  # Tab completes names from the index
    prompt.expect('speaker:"Gulnara Temir"')
    prompt.expect(r"\d+ statements")
    prompt.type("speeker:x\n")  # a mistake does not end the prompt
    prompt.expect("there is no field 'speeker'")
    prompt.expect("quotary> ")
    prompt.type("grain --color never\n")  # Ctrl-C in the pager is the pager's: the prompt waits for its end
    prompt.expect("first page")
    prompt.type("\x03")
    prompt.type("next page\n")
    prompt.expect("(?s)^(?!.*quotary> ).*pager read: next page")
    prompt.expect("quotary> ")
    prompt.type("\x04")
    if prompt.code() != 0:
        sys.exit("FAILED: exit code")
    history = open(f"{folder}/quotary/history", encoding="utf-8").read()
    if "everything Putin said about BRICS" not in history or "half a question" in history:
        sys.exit(f"FAILED: history {history!r}")
    if os.stat(f"{folder}/quotary/history").st_mode & 0o077:
        sys.exit("FAILED: others can read the history")
print("ok")
