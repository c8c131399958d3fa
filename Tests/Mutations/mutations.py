"""Makes the classic mistakes in the engine, one at a time, and shows that a test catches each.

    make mutations [NAME=part-of-a-name]

The engine and its tests are copied into a package of their own, which builds in seconds. Each row of the tables beside
this file replaces one piece of text that must occur exactly once; then the tests run. A mistake that no test notices is
reported, and the program ends with 1.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import time

import tables

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = """// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Mutations", platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas"),
    .target(name: "Tensors", dependencies: ["COpenBLAS"]),
    .target(name: "Operators", dependencies: ["Tensors"]),
    .target(name: "Checking", dependencies: ["Tensors", "Operators"]),
    .target(name: "Interchange", dependencies: ["Tensors"]),
    .target(
      name: "OperatorCases", dependencies: ["Tensors", "Operators", "Checking", "Interchange"],
      path: "Tests/OperatorCases"),
    .testTarget(name: "TensorsTests", dependencies: ["Tensors"]),
    .testTarget(name: "OperatorsTests", dependencies: ["Operators", "Tensors", "Checking", "OperatorCases"]),
  ],
  swiftLanguageModes: [.v6])
"""
MODULES = ["COpenBLAS", "Tensors", "Operators", "Checking", "Interchange"]
TESTS = ["OperatorCases", "TensorsTests", "OperatorsTests", "Fixtures"]


def copied(folder):
    """The engine and its tests as a package; what the last run built stays."""
    for parent, names in (("Sources", MODULES), ("Tests", TESTS)):
        for name in names:
            target = folder / parent / name
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(ROOT / parent / name, target)
    (folder / "Package.swift").write_text(PACKAGE)
    return folder


def tests(folder):
    """None if all tests pass, else the first line that says why not."""
    flags = ["-c", "release", "-Xswiftc", "-no-whole-module-optimization", "--disable-testable-imports"]
    run = subprocess.run(
        ["swift", "test", *flags, "--disable-xctest"], cwd=folder, capture_output=True, text=True, timeout=1200)
    if run.returncode == 0:
        return None
    lines = (run.stdout + run.stderr).splitlines()
    failures = [line for line in lines if "recorded an issue" in line]
    if failures:
        return failures[0].strip()
    errors = [line for line in lines if "error:" in line]
    sys.exit("the tests did not run:\n" + "\n".join(errors[:5] or lines[-5:]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="", help="only mistakes whose name has this part")
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT / ".build/mutations")
    arguments = parser.parse_args()
    rows = [row for row in tables.rows() if arguments.name in row.name]
    texts = {row.file: (ROOT / row.file).read_text() for row in rows}
    for row in rows:
        count = texts[row.file].count(row.before)
        if count != 1:
            sys.exit(f"{row.name}: the text to replace occurs {count} times in {row.file}: {row.before}")
    folder = copied(arguments.folder)
    if failure := tests(folder):
        sys.exit(f"the tests fail without a mistake: {failure}")
    missed = []
    for row in rows:
        start = time.monotonic()
        (folder / row.file).write_text(texts[row.file].replace(row.before, row.after))
        failure = tests(folder)
        (folder / row.file).write_text(texts[row.file])
        if not failure:
            missed.append(row.name)
        print(f"{'caught' if failure else 'MISSED'}  {row.name} ({time.monotonic() - start:.0f} s)", flush=True)
        if failure:
            print(f"        {failure[:150]}", flush=True)
    print(f"{len(rows) - len(missed)} of {len(rows)} mistakes are caught")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
