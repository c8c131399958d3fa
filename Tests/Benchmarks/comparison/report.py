"""The table at the end: one line a row and number of threads, against PyTorch's best."""

import statistics
import sys

from .measuring import OURS, quartiles


def best_peer(row):
    """PyTorch's fastest variant in one process: its name and its times."""
    peers = {name: times for name, times in row["values"].items() if name != OURS}
    name = min(peers, key=lambda name: statistics.median(peers[name]))
    return name, peers[name]


def ratios(row):
    return [peer / ours for peer, ours in zip(best_peer(row)[1], row["values"][OURS])]


def summaries(rows):
    """One dictionary for each row and number of threads; `rows` has one for each kind of `malloc` besides."""
    groups = {}
    for row in rows:
        groups.setdefault((row["threads"], row["name"]), []).append(row)
    for (threads, name), group in groups.items():
        best = min(group, key=lambda row: statistics.median(best_peer(row)[1]))
        low, middle, high = quartiles(ratios(best))
        yield {
            "name": name, "threads": threads, "ratio": middle, "quartiles": [low, high],
            "unit": best["unit"], "convbook": statistics.median(best["values"][OURS]),
            "pytorch": statistics.median(best_peer(best)[1]),
            "pytorch_variant": f"{best_peer(best)[0]}, {best['malloc']} malloc", "error": max(r["error"] for r in group),
            "ratio_by_malloc": {row["malloc"]: statistics.median(ratios(row)) for row in group},
        }


UNITS = {"s": [("s", 1), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)], "B": [("MB", 1 << 20)]}


def readable(value, unit):
    name, size = next((pair for pair in UNITS[unit] if value >= pair[1]), UNITS[unit][-1])
    return f"{value / size:.3g} {name}"


def progress(row):
    print(f"  {row['name']}, {row['threads']} threads, {row['malloc']} malloc: {statistics.median(ratios(row)):.2f}",
          file=sys.stderr, flush=True)


def table(rows):
    print(f"{'':36}{'Convbook':>10}{'PyTorch':>10}{'ratio':>8}{'quartiles':>14}{'default':>9}{'tuned':>7}"
          f"{'error':>9}  PyTorch's best")
    threads = None
    for row in summaries(rows):
        if row["threads"] != threads:
            threads = row["threads"]
            print(f"{threads} thread{'s' if threads > 1 else ''}")
        low, high = row["quartiles"]
        by_malloc = [f"{row['ratio_by_malloc'][malloc]:.2f}" for malloc in ("default", "tuned")]
        print(f"  {row['name']:34}{readable(row['convbook'], row['unit']):>10}{readable(row['pytorch'], row['unit']):>10}"
              f"{row['ratio']:8.2f}{f'{low:.2f}-{high:.2f}':>14}{by_malloc[0]:>9}{by_malloc[1]:>7}"
              f"{row['error']:9.0e}  {row['pytorch_variant']}")
