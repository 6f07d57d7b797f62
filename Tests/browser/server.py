"""A Lectern server on loopback with a made-up conference, for as long as a `with` block runs."""

import email
import email.policy
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """Serves a sample conference of so many papers and reviewers that stands in `stage` of its year today."""

    def __init__(self, program, stage, papers=8, reviewers=12):
        self.sizes = ["--sample-submissions", str(papers), "--sample-reviewers", str(reviewers)]
        self.program = Path(program).resolve()
        self.stage = stage
        self.links = {}
        self.cookies = {}

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="lectern-walk-"))
        self.data = self.folder / "data"
        self.log = open(self.folder / "log", "w+")
        self.origin = f"http://127.0.0.1:{free_port()}"
        self.process = subprocess.Popen(
            [self.program, "serve", "--sample", "--at", self.stage, "--data", self.data, "--port", self.origin.split(":")[-1],
             *self.sizes],
            stdout=subprocess.PIPE, stderr=self.log, stdin=subprocess.DEVNULL, text=True, cwd=ROOT)
        try:
            self.read_links()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def read_links(self):
        """The console names a sign-in link for a chair, a reviewer and an author."""
        for line in self.process.stdout:
            found = re.search(r"sign in as ([\w ]+) \(.*\): (\S+)", line)
            if found:
                self.links[found[1]] = found[2]
            if {"chair", "reviewer", "author"} <= set(self.links):
                return
        raise AssertionError(f"lectern serve ended without its sign-in links:\n{self.read_log()}")

    def read_log(self):
        self.log.flush()
        return (self.folder / "log").read_text()

    def letter_link(self, address, timeout_seconds=20):
        """The first address in the newest letter to `address`, once there is one."""
        deadline = time.monotonic() + timeout_seconds
        while time.monotonic() < deadline:
            for path in sorted(self.data.glob("mail/*.eml"), reverse=True):
                letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                found = re.search(r"https?://\S+", letter.get_content())
                if address in letter["To"] and found:
                    return found[0]
            time.sleep(0.2)
        raise AssertionError(f"No letter to {address} came within {timeout_seconds} seconds.")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
