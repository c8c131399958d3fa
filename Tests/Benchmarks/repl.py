#!/usr/bin/env python3
"""Times what a learner waits for at the prompt, in a pseudo-terminal: start to prompt, Enter to output, Tab to the
completed word.

    python3 Tests/Benchmarks/repl.py [.build/release/convbook] [rounds]

Prints the median and the slowest of each, in milliseconds, and the machine's load. The goals are 50, 5 and 20 ms.
"""
import os
import pty
import select
import statistics
import sys
import tempfile
import time

PROMPT = "▸ ".encode()
LESSONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Lessons")


class Terminal:
    def __init__(self, program, home, arguments=()):
        self.start = time.perf_counter()
        self.process, self.master = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm", NO_COLOR="1", INPUTRC="/dev/null", CONVBOOK_HOME=home, CONVBOOK_LESSONS=LESSONS)
            os.execv(program, [program, *arguments])

    def wait(self, expected, seconds=20):
        """Reads until `expected` comes out; the seconds since the last `send` or the start."""
        seen = b""
        end = time.perf_counter() + seconds
        while expected not in seen:
            ready, _, _ = select.select([self.master], [], [], max(0, end - time.perf_counter()))
            if not ready:
                sys.exit(f"waited for {expected!r}, and there was {seen!r}")
            seen += os.read(self.master, 1 << 16)
        return time.perf_counter() - self.start

    def send(self, keys):
        self.start = time.perf_counter()
        os.write(self.master, keys.encode())

    def close(self):
        self.send("\x04")
        try:
            while os.read(self.master, 1 << 16):
                pass
        except OSError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.master)


def report(name, times, goal):
    times = [1000 * t for t in times]
    print(f"{name:28} median {statistics.median(times):7.2f} ms   slowest {max(times):7.2f} ms   goal {goal} ms")


def main():
    program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/convbook")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {rounds} rounds")
    with tempfile.TemporaryDirectory() as home:
        for name, arguments in [("start to prompt", ()), ("start to a lesson's prompt", ("learn", "5.1"))]:
            starts = []
            for _ in range(rounds):
                terminal = Terminal(program, home, arguments)
                starts.append(terminal.wait(PROMPT))
                terminal.close()
            report(name, starts, 50)
        terminal = Terminal(program, home)
        terminal.wait(PROMPT)
        for line, goal in [
            ("1 + 1", 5), ("let x = Tensor([[1, 2], [3, 4]])", 5), ("x[0, 1]", 5), ("x", 5),
            ("conv2d(x.reshaped([1, 1, 2, 2]), kernel: x.reshaped([1, 1, 2, 2]))", 5),
            ("func twice(_ n: Int) -> Int { 2 * n }", 5), (":type x.sum()", 5), (":stats x", 5),
        ]:
            times = []
            for _ in range(rounds):
                terminal.send(line)
                terminal.wait(line[-4:].encode())
                terminal.send("\r")
                times.append(terminal.wait(PROMPT))
            report("Enter: " + (line if len(line) < 22 else line[:18] + "..."), times, goal)
        for start, rest in [("con", b"con"), ("x.resh", b"aped"), ("conv2d(x, ker", b"nel"), (":less", b"ons"), ("x.", b"shape")]:
            times = []
            for _ in range(rounds):
                terminal.send(start)
                terminal.wait(start[-1:].encode())
                terminal.send("\t")
                times.append(terminal.wait(rest if start not in ("con", "x.") else PROMPT))
                terminal.send("\x15")
                time.sleep(0.02)
            report("Tab: " + start, times, 20)
        terminal.close()


if __name__ == "__main__":
    main()
