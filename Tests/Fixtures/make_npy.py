"""Writes the npy and npz files that InterchangeTests read, with NumPy: python3 Tests/Fixtures/make_npy.py

Every array holds [[-2, -1, 0], [1, 2, 3]], or as much of it as its type can hold: see NpyTests.swift.
"""
import io
import pathlib

import numpy as np

folder = pathlib.Path(__file__).parent.parent / "InterchangeTests" / "Files"
folder.mkdir(exist_ok=True)
signed = np.array([[-2, -1, 0], [1, 2, 3]])
unsigned = np.array([[200, 1, 0], [1, 2, 3]])
halves = signed / 2

for kind, values in [("f2", halves), ("f4", halves), ("f8", halves), ("i2", signed), ("i4", signed), ("i8", signed),
                     ("u2", unsigned), ("u4", unsigned), ("u8", unsigned)]:
    for order, word in [("<", "little"), (">", "big")]:
        np.save(folder / f"{kind}-{word}.npy", values.astype(order + kind))
np.save(folder / "i1.npy", signed.astype("i1"))
np.save(folder / "u1.npy", unsigned.astype("u1"))
np.save(folder / "bool.npy", signed > 0)
np.save(folder / "fortran.npy", np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)))
np.save(folder / "special.npy", np.array([np.nan, np.inf, -np.inf, 65504, 2**-24, -0.0], dtype="f2"))
np.save(folder / "scalar.npy", np.array(3.5))
np.save(folder / "empty.npy", np.zeros((2, 0)))
np.save(folder / "complex.npy", np.array([1j]))
np.save(folder / "text.npy", np.array(["abc"]))
np.save(folder / "records.npy", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
for version in [(2, 0), (3, 0)]:
    with open(folder / f"version{version[0]}.npy", "wb") as file:
        np.lib.format.write_array(file, halves, version=version)

np.savez(folder / "arrays.npz", x=halves, dy=signed.astype("i4"), mask=signed > 0)
np.savez_compressed(folder / "compressed.npz", x=np.zeros(100))
np.savez(folder / "none.npz")
