"""Writes optimizer_steps.json: four steps of each optimizer on a weight and a bias, by PyTorch's own optimizers.

PyTorch has no LARS; its steps follow the formula of You et al. 2017, written out below.
"""
import json, pathlib
import torch

RATES = [0.1, 0.2, 0.05, 0.1]
CASES = [
    dict(kind="adam"),
    dict(kind="adam", weightDecay=0.1, beta1=0.8, beta2=0.95),
    dict(kind="adamw"),
    dict(kind="adamw", weightDecay=0.5, clip=0.5),
    dict(kind="sgd", momentum=0.0),
    dict(kind="sgd", momentum=0.0, weightDecay=0.1),
    dict(kind="sgd"),
    dict(kind="sgd", momentum=0.8, nesterov=True, weightDecay=0.1),
    dict(kind="sgd", clip=0.5),
    dict(kind="sgd", clip=100.0),
    dict(kind="lars"),
    dict(kind="lars", momentum=0.5, weightDecay=0.1, trust=0.02, clip=2.0),
]


class Lars:
    def __init__(self, params, momentum, weight_decay, trust):
        self.params, self.momentum, self.decay, self.trust = params, momentum, weight_decay, trust
        self.buffers = [torch.zeros_like(p) for p in params]
        self.param_groups = [dict(lr=None)]

    @torch.no_grad()
    def step(self):
        for p, m in zip(self.params, self.buffers):
            d = p.grad
            if p.ndim > 1:
                d = d + self.decay * p
                d = d * self.trust * p.norm() / d.norm()
            m.mul_(self.momentum).add_(d)
            p.sub_(self.param_groups[0]["lr"] * m)


def optimizer(case, params):
    decay = case.get("weightDecay", {"adamw": 0.01, "lars": 1.5e-6}.get(case["kind"], 0.0))
    momentum = case.get("momentum", 0.9)
    betas = case.get("beta1", 0.9), case.get("beta2", 0.999)
    return {
        "adam": lambda: torch.optim.Adam(params, betas=betas, weight_decay=decay, foreach=False),
        "adamw": lambda: torch.optim.AdamW(params, betas=betas, weight_decay=decay, foreach=False),
        "sgd": lambda: torch.optim.SGD(
            params, lr=1.0, momentum=momentum, nesterov=case.get("nesterov", False), weight_decay=decay, foreach=False),
        "lars": lambda: Lars(params, momentum, decay, case.get("trust", 1e-3)),
    }[case["kind"]]()


def flat(tensors):
    return [round(x, 9) for t in tensors for x in t.detach().flatten().tolist()]


torch.manual_seed(1)
start = [torch.randn(2, 3), torch.randn(2)]
gradients = [[torch.randn(2, 3), torch.randn(2)] for _ in RATES]
cases = []
for case in CASES:
    params = [torch.nn.Parameter(t.clone()) for t in start]
    opt = optimizer(case, params)
    steps = []
    for rate, grads in zip(RATES, gradients):
        for p, g in zip(params, grads):
            p.grad = g.clone()
        if "clip" in case:
            torch.nn.utils.clip_grad_norm_(params, case["clip"])
        opt.param_groups[0]["lr"] = rate
        opt.step()
        steps.append(flat(params))
    cases.append(dict(optimizer=case, steps=steps))

out = dict(start=flat(start), learningRates=RATES, gradients=[flat(g) for g in gradients], cases=cases)
text = json.dumps(out)
for cut in ('"learningRates"', '"gradients"', '"cases"', '{"optimizer"'):
    text = text.replace(cut, "\n" + cut)
text = text.replace("], [", "],\n[")
pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")
