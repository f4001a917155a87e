"""Makes python_outputs.json: what Python's own libraries get out of exported files.

    mvn test -Dtest=PythonOpensExportsTest -Dkindred.exports=DIR   (writes the files; may fail, as it also compares)
    python python_outputs.py DIR > python_outputs.json
                                     needs numpy, onnx, onnxruntime, safetensors, torch and torchvision

Made with onnx 1.23.1, onnxruntime 1.30.0, torch 2.13.0 and torchvision 0.28.0 on a CPU.
"""
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import safetensors.torch
import torch

try:
    import torchvision
except RuntimeError:  # a torch without the operators that torchvision's detection models register for
    library = torch.library.Library("torchvision", "DEF")
    for operator in ("nms", "qnms"):
        library.define(operator + "(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    for name in [name for name in sys.modules if name.startswith("torchvision")]:
        del sys.modules[name]
    import torchvision

folder = Path(sys.argv[1])
pixels = np.load(folder / "pixels.npy").astype(np.uint8).reshape(-1, 1, 32, 32)
colored = np.load(folder / "colored.npy").astype(np.uint8).reshape(-1, 3, 96, 96)
vectors = np.load(folder / "vectors.npy")


def normalized(images, mean, deviation):
    shape = (1, -1, 1, 1)
    return ((images / 255 - np.reshape(mean, shape)) / np.reshape(deviation, shape)).astype(np.float32)


def inputs(name):
    if name.startswith("resnet18.s"):
        return normalized(colored, [0.22, 0.25, 0.28], [0.33, 0.3, 0.27])
    if name.startswith("resnet18"):
        return colored
    if name.startswith("encoder-floats"):
        return normalized(pixels, [0.22], [0.33])
    return vectors if name.startswith("decoder") else pixels


def run(file, x):
    if file.suffix == ".onnx":
        onnx.checker.check_model(str(file), full_check=True)
        session = onnxruntime.InferenceSession(file)
        return session.run(None, {session.get_inputs()[0].name: x})[0]
    if file.suffix == ".pt":
        return torch.jit.load(str(file))(torch.from_numpy(x)).numpy()
    net = torchvision.models.resnet18()
    net.load_state_dict(safetensors.torch.load_file(file), strict=True)
    with torch.no_grad():
        return net.eval()(torch.from_numpy(x)).numpy()


found = {}
for file in sorted(folder.iterdir()):
    if file.suffix not in (".onnx", ".pt", ".safetensors") or file.name == "own.safetensors":
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
