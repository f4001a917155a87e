"""Makes resnets.json: what torchvision's residual networks give for weights and images made by a formula.

    python resnets.py > ../resources/kindred/torch/resnets.json        needs torch and torchvision

TorchvisionResNetTest.java has the same formula. Made with torch 2.13.0 and torchvision 0.28.0 on a CPU, in fp32.
"""
import json
import zlib

import numpy as np
import torch

from vision import torchvision

IMAGES, VIEWS, EVERY = 2, 2, 61


def bits(name, count):
    """32 bits for each element of a named tensor."""
    h = np.uint32(zlib.crc32(name.encode())) + np.arange(count, dtype=np.uint32) * np.uint32(2654435761)
    h = (h ^ (h >> np.uint32(16))) * np.uint32(0x45D9F3B)
    return h ^ (h >> np.uint32(16))


def weights(name, shape):
    u = bits(name, int(np.prod(shape))) / 2.0**32
    if len(shape) > 1:
        values = (2 * u - 1) * np.sqrt(6 / np.prod(shape[1:]))
    elif name.endswith("running_var"):
        values = 0.5 + u
    elif name.endswith("weight"):
        values = 0.25 + 0.5 * u
    else:
        values = 0.2 * u - 0.1
    return torch.from_numpy(values.astype(np.float32)).reshape(shape)


def counted(name):
    return name.endswith("num_batches_tracked")


def made(architecture, size):
    net = getattr(torchvision.models, architecture)()
    if size <= 64:
        net.conv1 = torch.nn.Conv2d(3, 64, 3, 1, 1, bias=False)
        net.maxpool = torch.nn.Identity()
    state = net.state_dict()
    net.load_state_dict({k: v if counted(k) else weights(k, tuple(v.shape)) for k, v in state.items()})
    return net


def some(outputs):
    return [float("%.7g" % value) for value in outputs[:, ::EVERY].flatten().tolist()]


def case(architecture, size):
    net = made(architecture, size)
    pixels = bits("images", VIEWS * IMAGES * 3 * size * size) >> np.uint32(24)
    views = torch.from_numpy(pixels.astype(np.float32)).reshape(VIEWS, IMAGES, 3, size, size)
    views = (views / 255 - 0.5) / 0.25
    with torch.no_grad():
        evaluated = torch.cat([net.eval()(view) for view in views])
        trained = torch.cat([net.train()(view) for view in views])
    state = net.state_dict()
    last = [name for name in state if name.startswith("layer4") and "running" in name][-2:]
    return {
        "architecture": architecture,
        "size": size,
        "eval": some(evaluated),
        "train": some(trained),
        "statistics": {name: [float("%.7g" % v) for v in state[name][:8].tolist()] for name in ["bn1.running_mean", *last]},
    }


def main():
    torch.set_num_threads(1)
    networks = ("resnet18", "resnet50")
    tensors = {}
    for name in networks:
        state = getattr(torchvision.models, name)().state_dict()
        tensors[name] = {key: list(value.shape) for key, value in state.items() if not counted(key)}
    result = {"tensors": tensors, "cases": [case(name, size) for name in networks for size in (32, 72)]}
    print(json.dumps(result).replace('"layer', '\n"layer').replace('{"arch', '\n{"arch'))


if __name__ == "__main__":
    main()
