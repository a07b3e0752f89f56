"""For the measurements of batches: runs commands and tells what they took."""
import os
import subprocess
import sys
import time


def processor_seconds(*command):
    """User and system seconds of a command with its children, and its largest process in MiB."""
    null = open(os.devnull, "wb")
    process = subprocess.Popen(command, stdout=null)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} ended with {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def wall_seconds(*command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def told_seconds(*command):
    """What a command says that it took."""
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


class Verdicts:
    """Prints each figure beside its bound; `end` gives the exit status."""

    def __init__(self):
        self.bad = 0

    def at_least(self, what, figure, bound, unit=""):
        self.say(what, figure, f"at least {bound}{unit}", figure >= bound, unit)

    def at_most(self, what, figure, bound, unit=""):
        self.say(what, figure, f"at most {bound}{unit}", figure <= bound, unit)

    def say(self, what, figure, wanted, good, unit):
        self.bad += not good
        print(f"{'ok  ' if good else 'FAIL'}  {what}: {figure:.2f}{unit} ({wanted})")

    def end(self):
        sys.exit(1 if self.bad else 0)
