"""Makes python_outputs.json: what Python's own libraries get out of exported files.

    mvn test -Dtest=PythonOpensExportsTest -Dkindred.exports=DIR   (writes the files; may fail, as it also compares)
    python python_outputs.py DIR > ../resources/kindred/export/python_outputs.json

Needs what check_exports.py needs.

Made with onnx 1.23.1, onnxruntime 1.30.0, torch 2.13.0 and torchvision 0.28.0 on a CPU.
"""
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import safetensors.torch
import torch
from check_exports import normalized, of_onnx, of_safetensors, of_script, read_vectors, torchvision

folder = Path(sys.argv[1])
pixels = np.load(folder / "pixels.npy").astype(np.uint8).reshape(-1, 1, 32, 32)
colored = np.load(folder / "colored.npy").astype(np.uint8).reshape(-1, 3, 96, 96)
vectors = np.load(folder / "vectors.npy")


def inputs(name):
    if name.startswith("resnet18.s"):
        return normalized(colored, [0.22, 0.25, 0.28], [0.33, 0.3, 0.27])
    if name.startswith("resnet18"):
        return colored
    if name.startswith("encoder-floats") or name.endswith(".safetensors") and not name.startswith("decoder"):
        return normalized(pixels, [0.22], [0.33])
    return vectors if name.startswith("decoder") else pixels


def run(file, x):
    if file.name.startswith("embeddings"):
        return read_vectors(file)
    if file.suffix == ".onnx":
        return of_onnx(file, x)
    if file.suffix == ".pt":
        return of_script(file, x)
    if file.name.startswith("resnet18"):  # torchvision's own, as it is
        net = torchvision.models.resnet18()
        net.load_state_dict(safetensors.torch.load_file(file), strict=True)
        with torch.no_grad():
            return net.eval()(torch.from_numpy(x)).numpy()
    return of_safetensors(file, x, {"channels": 1, "size": 32})


found = {}
for file in sorted(folder.iterdir()):
    if file.stem in ("pixels", "colored", "vectors", "own"):
        continue
    outputs = run(file, inputs(file.name)).reshape(-1)
    every = 1 if outputs.size < 2000 else 101
    found[file.name] = {
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "every": every,
        "outputs": [float(f"{value:.7g}") for value in outputs[::every]],
    }
lines = [f"  {json.dumps(name)}: {json.dumps(entry)}" for name, entry in found.items()]
print("{\n" + ",\n".join(lines) + "\n}")
