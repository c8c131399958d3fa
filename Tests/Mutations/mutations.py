"""Makes the classic mistakes in the engine, one at a time, and shows that a test catches each.

    make mutations [NAME=part-of-a-name]

The engine and its tests are copied into a package of their own, which builds in seconds. Each row of the tables beside
this file replaces one piece of text that must occur exactly once; then the tests run. For each mistake the tests that
catch it are named. One that no test notices (MISSED), and one whose text is no longer there (STALE), are named again at
the end, and the program ends with 1.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

import tables

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

func kernelLevel(_ name: String, march: String?) -> Target {
  #if arch(x86_64)
    let processor = march.map { ["-Xcc", "-march=\\($0)"] } ?? []
  #else
    let processor: [String] = []
  #endif
  return .target(
    name: name, dependencies: ["CKernels", "KernelInterface"], exclude: ["README.md"],
    swiftSettings: [.unsafeFlags(["-Ounchecked"] + processor), .define(name.uppercased())])
}

let package = Package(
  name: "Mutations", platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas"),
    .systemLibrary(name: "CKernels"),
    .target(name: "KernelInterface"),
    kernelLevel("KernelsBase", march: nil),
    kernelLevel("KernelsV3", march: "x86-64-v3"),
    kernelLevel("KernelsV4", march: "x86-64-v4"),
    .target(
      name: "Kernels", dependencies: ["CKernels", "KernelInterface", "KernelsBase", "KernelsV3", "KernelsV4"]),
    .target(name: "Tensors", dependencies: ["COpenBLAS", "Kernels"]),
    .target(name: "Operators", dependencies: ["Tensors"]),
    .target(name: "Checking", dependencies: ["Tensors", "Operators"]),
    .target(name: "Interchange", dependencies: ["Tensors"]),
    .target(
      name: "OperatorCases", dependencies: ["Tensors", "Operators", "Checking", "Interchange"],
      path: "Tests/OperatorCases"),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors", "Kernels"]),
    .testTarget(name: "OperatorsTests", dependencies: ["Operators", "Tensors", "Checking", "OperatorCases"]),
    .testTarget(name: "CheckingTests", dependencies: ["Checking", "Operators", "Tensors"]),
  ],
  swiftLanguageModes: [.v6])
"""
KERNELS = ["CKernels", "KernelInterface", "KernelsBase", "KernelsV3", "KernelsV4", "Kernels"]
MODULES = ["COpenBLAS", *KERNELS, "Tensors", "Operators", "Checking", "Interchange"]
TESTS = ["OperatorCases", "TensorsTests", "OperatorsTests", "CheckingTests", "Fixtures"]


def copied(folder):
    """The engine and its tests as a package; what the last run built stays."""
    for parent, names in (("Sources", MODULES), ("Tests", TESTS)):
        for name in names:
            target = folder / parent / name
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(ROOT / parent / name, target)
    # A test compares the table of signatures with the authors' page.
    (folder / "Lessons").mkdir(exist_ok=True)
    shutil.copy2(ROOT / "Lessons/checks.md", folder / "Lessons")
    (folder / "Package.swift").write_text(PACKAGE)
    return folder


# Optimised, but built as for debugging: then only the changed file is compiled anew, in seconds.
FLAGS = ["-c", "debug", "-Xswiftc", "-O", "-debug-info-format", "none"]
FAILED = re.compile(r"Test (\S+|\".+?\") (?:with \d+ test cases? )?failed after")


class DoesNotBuild(Exception):
    """The changed text is no Swift, or the tests cannot be built for another reason."""


def tests(folder):
    """What went wrong when the tests ran, as text: the tests that fail. None if all pass."""
    build = subprocess.run(["swift", "build", "--build-tests", *FLAGS], cwd=folder, capture_output=True, text=True)
    if build.returncode != 0:
        lines = (build.stdout + build.stderr).splitlines()
        errors = [line for line in lines if "error:" in line]
        raise DoesNotBuild((errors or ["?"])[0])
    try:
        run = subprocess.run(
            ["swift", "test", "--skip-build", "--disable-xctest", *FLAGS], cwd=folder, capture_output=True, text=True,
            timeout=300)
    except subprocess.TimeoutExpired:
        return "the tests do not end"
    if run.returncode == 0:
        return None
    failed = list(dict.fromkeys(FAILED.findall(run.stdout + run.stderr)))
    return f"{len(failed)}: {', '.join(failed)}" if failed else f"the tests end with {run.returncode}"


def problem(row):
    """Why a row cannot be used; None if it can."""
    if not (ROOT / row.file).exists():
        return f"there is no {row.file}"
    count = (ROOT / row.file).read_text().count(row.before)
    return None if count == 1 else f"the text to replace occurs {count} times in {row.file}"


def outcome(row, folder):
    """What became of a mistake, and the line that says why."""
    if reason := problem(row):
        return "STALE", reason
    text = (ROOT / row.file).read_text()
    (folder / row.file).write_text(text.replace(row.before, row.after))
    try:
        failure = tests(folder)
    except DoesNotBuild as error:
        return "STALE", f"does not build: {error}"
    finally:
        (folder / row.file).write_text(text)
    return ("caught", failure) if failure else ("MISSED", "all tests pass")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="", help="only mistakes whose name or file has this part")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build/mutations")
    parser.add_argument("--part", default="1/1", help="every Nth mistake, from the Ith: I/N")
    arguments = parser.parse_args()
    first, step = map(int, arguments.part.split("/"))
    rows = [row for row in tables.rows() if arguments.name in row.name or arguments.name in row.file][first - 1::step]
    folder = copied(arguments.folder)
    if failure := tests(folder):
        sys.exit(f"the tests fail without a mistake: {failure}")
    start, left = time.monotonic(), []
    for row in rows:
        begin = time.monotonic()
        word, reason = outcome(row, folder)
        if word != "caught":
            left.append(f"{word}  {row.name}: {reason}")
        print(f"{word}  {row.name} ({time.monotonic() - begin:.0f} s)\n        {reason[:150]}", flush=True)
    minutes = (time.monotonic() - start) / 60
    print("\n".join([f"{len(rows) - len(left)} of {len(rows)} mistakes are caught ({minutes:.0f} minutes)", *left]))
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
