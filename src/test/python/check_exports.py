"""Opens every export of finished runs with the libraries it is meant for and compares the numbers.

    python check_exports.py WORKSPACE OUT java -jar target/kindred.jar

OUT is a new folder. Every finished latent and byol run of WORKSPACE is exported in every part and
format that it has, and the first hundred images of its data set go through all of them. The
program's own numbers are those of `kindred predict RUN`; of a decoder they are what the program
compared its ONNX file with as it wrote it. Numbers may differ by 1e-4, after a training in bf16 by
1e-2. Exits with 1 if any differ by more or a file cannot be opened.

Needs numpy, onnx, onnxruntime, pillow, safetensors, torch and torchvision. TensorBoard's own reader
is used if tensorboard is installed; without it, the check says what it left out.
"""
import csv
import json
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import safetensors.torch
import torch
from PIL import Image
from torch import nn

from vision import torchvision

COUNT = 100


def normalized(images, mean, deviation):
    """Float32 as networks take them, of pixels N×C×H×W of 0 to 255."""
    shape = (1, -1, 1, 1)
    return ((images / 255 - np.reshape(mean, shape)) / np.reshape(deviation, shape)).astype(np.float32)


def of_onnx(file, x):
    onnx.checker.check_model(str(file), full_check=True)
    session = onnxruntime.InferenceSession(file)
    return session.run(None, {session.get_inputs()[0].name: x})[0]


def of_script(file, x):
    with torch.no_grad():
        return torch.jit.load(str(file))(torch.from_numpy(x)).numpy()


class Encoder(nn.Module):
    """The convolutional encoder, written down once more in PyTorch's own modules."""

    def __init__(self, channels, size, latent):
        super().__init__()
        self.convs = nn.Sequential(
            nn.Conv2d(channels, 32, 3, 1, 1), nn.ReLU(),
            nn.Conv2d(32, 64, 3, 2, 1), nn.ReLU(),
            nn.Conv2d(64, 128, 3, 2, 1), nn.ReLU(),
            nn.Conv2d(128, 256, 3, 2, 1))  # fmt: skip
        self.fc = nn.Linear(256 * (size // 8) ** 2, latent)

    def forward(self, x):
        return self.fc(self.convs(x).flatten(1))


class Decoder(nn.Module):
    """Its mirror."""

    def __init__(self, channels, size, latent):
        super().__init__()
        self.side = size // 8
        self.fc = nn.Linear(latent, 256 * self.side**2)
        self.deconvs = nn.Sequential(
            nn.ReLU(), nn.ConvTranspose2d(256, 128, 4, 2, 1),
            nn.ReLU(), nn.ConvTranspose2d(128, 64, 4, 2, 1),
            nn.ReLU(), nn.ConvTranspose2d(64, 32, 4, 2, 1),
            nn.ReLU(), nn.Conv2d(32, channels, 3, 1, 1))  # fmt: skip

    def forward(self, x):
        return self.deconvs(self.fc(x).unflatten(1, (256, self.side, self.side)))


def residual(weights):
    """torchvision's ResNet-18, without the classifier where the weights have none."""
    net = torchvision.models.resnet18(num_classes=weights["fc.weight"].shape[0] if "fc.weight" in weights else 1000)
    if "fc.weight" not in weights:
        net.fc = nn.Identity()
    if weights["conv1.weight"].shape[-1] == 3:
        net.conv1 = nn.Conv2d(weights["conv1.weight"].shape[1], 64, 3, 1, 1, bias=False)
        net.maxpool = nn.Identity()
    return net


def network(weights, images):
    """A network of PyTorch's own modules with these weights."""
    inner = {name.partition(".")[2]: value for name, value in weights.items()}
    firsts = {name.partition(".")[0] for name in weights}
    if len(firsts) == 2 and firsts < {"encoder", "decoder", "projector"}:
        return nn.Sequential(*(
            network({name.partition(".")[2]: weights[name] for name in weights if name.startswith(first)}, images)
            for first in sorted(firsts, key=["encoder", "projector", "decoder"].index)))  # fmt: skip
    if "conv1.weight" in weights:
        net = residual(weights)
    elif "convs.0.weight" in weights:
        net = Encoder(images["channels"], images["size"], weights["fc.weight"].shape[0])
    elif "deconvs.1.weight" in weights:
        net = Decoder(images["channels"], images["size"], weights["fc.weight"].shape[1])
    else:
        hidden, taken = weights["0.weight"].shape
        net = nn.Sequential(nn.Linear(taken, hidden), nn.BatchNorm1d(hidden), nn.ReLU(),
                            nn.Linear(hidden, weights["3.weight"].shape[0]))  # fmt: skip
    net.load_state_dict(weights, strict=True)
    return net


def of_safetensors(file, x, images):
    net = network(safetensors.torch.load_file(file), images).eval()
    with torch.no_grad():
        return net(torch.from_numpy(x)).numpy()


def read_vectors(file):
    """A file of vectors, a row for each image in the order of their numbers."""
    if file.suffix == ".npz":
        content = np.load(file)
        assert "images" not in content or list(content["images"]) == list(range(len(content["vectors"])))
        return content["vectors"]
    if file.suffix == ".npy":
        return np.load(file)
    if file.suffix == ".pkl":
        with open(file, "rb") as stream:
            content = pickle.load(stream)
        if isinstance(content, dict):
            content = np.stack([content[image] for image in range(len(content))])
        return content
    with open(file, newline="") as stream:
        head, *rows = csv.reader(stream)
    if head[0] == "image":
        assert [int(row.pop(0)) for row in rows] == list(range(len(rows)))
    return np.array(rows, np.float32)


class Check:
    def __init__(self, workspace, out, command):
        self.command = [*command, "--workspace", workspace]
        self.workspace = Path(workspace)
        self.out = Path(out)
        self.out.mkdir()
        self.failed = 0

    def kindred(self, *words):
        """The JSON that the program ends with, or None if it refuses."""
        done = subprocess.run([*self.command, *words, "--json"], capture_output=True, text=True)
        if done.returncode == 2:
            return None
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def stage(self, run):
        return json.loads((self.workspace / "runs" / run / "experiment.json").read_text())

    def judge(self, what, difference, tolerance, largest=""):
        good = difference <= tolerance
        self.failed += not good
        print(f"{what:48} {difference:8.1e} {largest:16} {'same' if good else 'DIFFERENT'}", flush=True)

    def compare(self, what, own, found, tolerance):
        own, found = np.asarray(own, np.float64), np.asarray(found, np.float64)
        assert own.shape == found.shape, f"{what}: {found.shape}, not {own.shape}"
        self.judge(what, np.abs(own - found).max(), tolerance, f"of up to {np.abs(own).max():.3g}")

    def images(self, data, size):
        """A hundred images of a data set as the networks take them, and a folder of them."""
        dataset = self.workspace / "datasets" / data
        info = json.loads((dataset / "dataset.json").read_text())
        shape = [info[name] for name in ("count", "channels", "height", "width")]
        pixels = np.memmap(dataset / "pixels.bin", np.uint8, "r", shape=tuple(shape))[:COUNT]
        assert len(pixels) == COUNT, f"{data} has only {len(pixels)} images"
        folder = self.out / data
        if not folder.exists():
            folder.mkdir()
            for i, image in enumerate(pixels):
                Image.fromarray(image.transpose(1, 2, 0).squeeze()).save(folder / f"{i:03}.png")
        before = (size - shape[2]) // 2
        after = size - shape[2] - before
        return np.pad(pixels, ((0, 0), (0, 0), (before, after), (before, after))), folder

    def run(self, run):
        tolerance = 1e-2 if self.stage(run)["training"]["precision"] == "bf16" else 1e-4
        for part in ("encoder", "decoder", "autoencoder", "projection"):
            file = self.out / f"{run}-{part}.onnx"
            written = self.kindred("export", run, "--part", part, "--out", str(file))
            if written is not None:
                self.part(run, part, file, written["difference"], tolerance)
        self.vectors(run)

    def part(self, run, part, file, apart, tolerance):
        properties = {entry.key: entry.value for entry in onnx.load(file).metadata_props}
        images = json.loads(properties["images"])
        ends = ("-pixels.onnx", ".pt", ".safetensors")
        inside, script, weights = (file.with_name(f"{run}-{part}{end}") for end in ends)
        assert self.kindred("export", run, "--part", part, "--normalize", "--out", str(inside))
        assert self.kindred("export", run, "--part", part, "--out", str(script))
        assert self.kindred("export", run, "--part", part, "--out", str(weights))
        pixels, folder = self.images(self.stage(run)["data"], images["size"])
        floats = normalized(pixels, images["mean"], images["std"])
        if part == "decoder":
            pixels = floats = self.embeddings(run, "npy")[:COUNT]
        own = of_onnx(file, floats)
        name = f"{run} {part}"
        self.judge(f"{name}: onnx, when written", apart, tolerance)
        if part == "encoder":
            matrix = self.out / f"{run}.npy"
            assert self.kindred("predict", run, str(folder), "--out", str(matrix))
            outputs, own = own, np.load(matrix)
            self.compare(f"{name}: onnx", own, outputs, tolerance)
            self.compare(f"{name}: vectors", own, self.embeddings(run, "npy")[:COUNT], tolerance)
        self.compare(f"{name}: safetensors", own, of_safetensors(weights, floats, images), tolerance)
        if part in ("decoder", "autoencoder"):  # of pixels they make pixels, and cut what is none
            shape = (1, -1, 1, 1)
            own = 255 * (own * np.reshape(images["std"], shape) + np.reshape(images["mean"], shape))
            own = np.clip(own, 0, 255)
        self.compare(f"{name}: onnx of pixels", own, of_onnx(inside, pixels), tolerance)
        self.compare(f"{name}: torchscript", own, of_script(script, pixels), tolerance)

    def embeddings(self, run, end):
        file = self.out / f"{run}-vectors.{end}"
        if not file.exists():
            assert self.kindred("export", run, "--out", str(file)), f"{run} has no vectors"
        return read_vectors(file)

    def vectors(self, run):
        own = self.embeddings(run, "npy")
        for end in ("npz", "csv", "pkl"):
            self.compare(f"{run} vectors: {end}", own, self.embeddings(run, end), 0)
        folder = self.out / f"{run}-tensorboard"
        assert self.kindred("export", run, "--format", "tensorboard", "--out", str(folder))
        projector = folder / "projector"
        table = np.loadtxt(projector / "vectors.tsv", delimiter="\t", dtype=np.float32, ndmin=2)
        with open(projector / "metadata.tsv", newline="") as stream:
            numbers = [int(row["image"]) for row in csv.DictReader(stream, delimiter="\t")]
        tolerance = 1e-2 if self.stage(run)["training"]["precision"] == "bf16" else 1e-4
        self.compare(f"{run} vectors: projector", own[numbers], table, tolerance)
        Image.open(projector / "sprite.png").verify()
        self.events(run, folder)

    def events(self, run, folder):
        try:
            from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
        except ImportError:
            print(f"{run} events: tensorboard is not installed, not read")
            return
        lines = (self.workspace / "runs" / run / "metrics.jsonl").read_text().splitlines()
        losses = [line["loss"] for line in map(json.loads, lines) if line.get("kind") == "epoch"]
        read = EventAccumulator(str(folder)).Reload()
        self.compare(f"{run} events", losses, [event.value for event in read.Scalars("epoch/loss")], 1e-4)


def main():
    workspace, out, *command = sys.argv[1:]
    check = Check(workspace, out, command)
    for row in check.kindred("runs")["runs"]:
        if row["status"] == "done" and check.stage(row["run"])["stage"] in ("latent", "byol"):
            check.run(row["run"])
    print(f"{check.failed} differ" if check.failed else "all the same")
    sys.exit(check.failed > 0)


if __name__ == "__main__":
    main()
