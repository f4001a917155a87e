"""Writes the fixtures beside this file: one embedding of three images in the ways that Python pickles it.

Made with Python 3.11 and numpy 2.4; run it again with: python make_vectors.py
"""

import os
import pathlib
import pickle

import numpy as np

HERE = pathlib.Path(__file__).parent
ROWS = [[0.5, -1.0], [2.0, 0.25], [-3.0, 8.0]]
MATRIX = np.array(ROWS, np.float32)


class Theft:
    """What a malicious file does: loading it runs a command."""

    def __reduce__(self):
        return os.system, ("touch kindred-was-here",)


def write(name, value, protocol):
    (HERE / f"{name}-{protocol}.pkl").write_bytes(pickle.dumps(value, protocol))


for protocol in (0, 2, 3, 4, 5):
    write("matrix", MATRIX, protocol)
    write("lists", ROWS, protocol)
    write("numbers", {np.int64(2): MATRIX[2], 0: MATRIX[0].tolist(), 1: tuple(ROWS[1])}, protocol)
    write("sources", {f"cat/{i}.jpg": row for i, row in enumerate(MATRIX.astype(np.float64))}, protocol)
write("scalars", [[np.float32(x) for x in row] for row in ROWS], 4)
write("columns-first", np.asfortranarray(MATRIX), 5)
write("columns-first", np.asfortranarray(MATRIX), 2)
write("named", {"vectors": MATRIX, "note": "from elsewhere"}, 4)
write("objects", np.array(ROWS + [None], object), 4)
write("ragged", [[1.0, 2.0], [3.0]], 4)
write("theft", [[1.0, 2.0], Theft()], 4)
write("theft", Theft(), 0)
write("own-class", pathlib.PurePosixPath("a"), 4)
np.savez_compressed(HERE / "vectors.npz", vectors=MATRIX, images=np.array([2, 0, 1]))
