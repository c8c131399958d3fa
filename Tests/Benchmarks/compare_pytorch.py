#!/usr/bin/env python3
"""Compares the engine with PyTorch in one process: the same weights and inputs, in turn.

    python3 Tests/Benchmarks/compare_pytorch.py [--rows TEXT ...] [--rounds 9] [--threads 1 4] [--json FILE]
    python3 Tests/Benchmarks/compare_pytorch.py --self-test     can the comparison of the results fail?
    python3 Tests/Benchmarks/compare_pytorch.py --roofline      how far are layers from what the machine can do?

Before anything is timed, both sides must compute the same, forward and gradients, within 1e-4 of the largest number.
Where PyTorch's own gradients are not so near to those in double precision (ResNet), ours may be twice as far from them.
Then both run in turn, each after a pause of 20 ms in which the other's threads fall asleep, and after one run that is
not timed. A ratio is PyTorch's time by ours in the same round; printed are the median of the rounds and the quartiles.

PyTorch is the best of its variants: contiguous or channels-last, Adam as it is or fused, and `malloc` as it is or
told to keep its memory (MALLOC_TRIM_THRESHOLD_, MALLOC_MMAP_THRESHOLD_), for which this script runs itself again.
OpenMP's settings are left as they are. Wants a quiet machine.
"""

import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# 4 GB: nothing is given back to the system before, and no block is a mapping of its own.
TUNED_MALLOC = {"MALLOC_TRIM_THRESHOLD_": str(4 << 30), "MALLOC_MMAP_THRESHOLD_": str(4 << 30)}
MALLOCS = {"default": {}, "tuned": TUNED_MALLOC}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--products", default=os.path.join(ROOT, ".build", "release"), help="what `make build` made")
    parser.add_argument("--rows", nargs="+", default=[""], help="only rows whose names contain one of these")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, nargs="+", default=sorted({1, os.cpu_count()}))
    parser.add_argument("--json", metavar="FILE", help="write all times there as well")
    parser.add_argument("--list", action="store_true", help="print the names of the rows, and nothing else")
    parser.add_argument("--self-test", action="store_true", help="change a number of each row: it must be seen")
    parser.add_argument("--roofline", action="store_true", help="compare layers with the machine's own limits")
    parser.add_argument("--worker", choices=MALLOCS, help=argparse.SUPPRESS)
    return parser.parse_args()


def chosen(options):
    """Pairs of a case and its parts that were asked for."""
    from comparison.networks import NETWORKS
    from comparison.operators import OPERATORS
    for case in NETWORKS + OPERATORS:
        parts = [part for part in case.parts if is_wanted(f"{case.name} {part}", options)]
        if parts:
            yield case, parts


def fresh_rows(options):
    from comparison import fresh
    return [name for name in (fresh.FIRST, fresh.MEMORY) if is_wanted(name, options)]


def is_wanted(name, options):
    return any(text in name for text in options.rows)


def work(options):
    """Measures all rows in this process, and prints one line of JSON each. Rows with wrong results are not timed."""
    import torch
    from comparison import convbook, measuring
    library = convbook.Library(options.products)
    wrong = []
    for threads in options.threads:
        torch.set_num_threads(threads)
        library.set_threads(threads)
        for case, parts in chosen(options):
            torch.manual_seed(1)
            for part, pair in case.pairs(library, parts):
                if not pair.error <= pair.limit:
                    wrong.append(f"{case.name} {part}: the two sides differ by {pair.error:.1e} of the largest number")
                    continue
                times = measuring.run_in_turn(pair, options.rounds)
                print(json.dumps({
                    "name": f"{case.name} {part}", "threads": threads, "malloc": options.worker, "error": pair.error,
                    "unit": "s", "values": times,
                }), flush=True)
    sys.exit("\n".join(wrong) if wrong else 0)


def self_test(options):
    import torch
    from comparison import convbook
    library = convbook.Library(options.products)
    unseen = []
    for case, parts in chosen(options):
        torch.manual_seed(1)
        for part, pair in case.pairs(library, parts, spoiled=True):
            name = f"{case.name} {part}"
            print(f"{name:36}{pair.error:10.1e}, and {pair.limit:.0e} are allowed", flush=True)
            if pair.error <= pair.limit:
                unseen.append(name)
    sys.exit("not seen: " + ", ".join(unseen) if unseen else 0)


def show_roofline(options):
    from comparison import convbook, operators, roofline
    library = convbook.Library(options.products)
    for threads in options.threads:
        library.set_threads(threads)
        cases = [(case, parts) for case, parts in chosen(options) if isinstance(case, operators.Operator)]
        roofline.table(cases, library, threads, options.rounds, ROOT)


def measured(options, statuses):
    """The rows of a worker for each kind of `malloc`, as they come; `statuses` gets how the workers ended."""
    from comparison import fresh
    for malloc, environment in MALLOCS.items():
        command = [sys.executable, __file__, "--worker", malloc, "--products", options.products,
                   "--rounds", str(options.rounds), "--threads", *map(str, options.threads), "--rows", *options.rows]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}) as worker:
            for line in worker.stdout:
                yield json.loads(line)
        statuses.append(worker.returncode)
        for threads in options.threads:
            yield from fresh.rows(fresh_rows(options), threads, malloc, environment, options)


def main():
    options = arguments()
    sys.path.insert(0, HERE)
    if options.worker:
        return work(options)
    if options.self_test:
        return self_test(options)
    if options.roofline:
        return show_roofline(options)
    if options.list:
        names = [f"{case.name} {part}" for case, parts in chosen(options) for part in parts]
        return print(*names, *fresh_rows(options), sep="\n")
    from comparison import report
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {options.rounds} rounds", flush=True)
    rows, statuses = [], []
    for row in measured(options, statuses):
        rows.append(row)
        report.progress(row)
    report.table(rows)
    if options.json:
        with open(options.json, "w") as file:
            json.dump(list(report.summaries(rows)), file, indent=1)
    sys.exit(1 if any(statuses) else 0)


if __name__ == "__main__":
    main()
