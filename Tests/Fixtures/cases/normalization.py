"""Normalization."""
import torch
import torch.nn.functional as F

from . import Case, operator

EPSILONS = (0.001, 0.05, 0.3)


def per_channel(draw, shape):
    """Scale and shift, one of them, or none."""
    return {name: draw.numbers(shape, 0.25) if name == "gamma" else draw.numbers(shape)
            for name in ("gamma", "beta") if draw.flag()}


def maps(draw, low, high):
    """`[N, C, ...]` of low to high axes, with more than one number in each channel of each image where there are three."""
    x = draw.numbers([draw.integer(2, 3), draw.integer(1, 4), *[draw.integer(2, 3) for _ in range(draw.integer(low, high) - 2)]])
    return x, x.shape[1]


@operator("batchNorm")
def batch_norm(draw):
    x, channels = maps(draw, 2, 4)
    p = {"epsilon": draw.choice(*EPSILONS), "momentum": draw.choice(0.1, 0.25, 0.7, 1.0)}

    def compute(t, p):
        """The result, and the running mean and variance after this batch and its double."""
        mean, variance = torch.zeros(channels, dtype=torch.float64), torch.ones(channels, dtype=torch.float64)
        y = F.batch_norm(t["x"], mean, variance, t.get("gamma"), t.get("beta"), True, p["momentum"], p["epsilon"])
        F.batch_norm(2 * t["x"].detach(), mean, variance, training=True, momentum=p["momentum"])
        return [y, mean, variance]

    return Case({"x": x, **per_channel(draw, [channels])}, compute, parameters=p)


@operator("batchNormTest")
def batch_norm_test(draw):
    x, channels = maps(draw, 2, 4)
    constants = {"mean": draw.numbers([channels]), "variance": draw.positive([channels])}
    return Case(
        {"x": x, **per_channel(draw, [channels])}, constants=constants, parameters={"epsilon": draw.choice(*EPSILONS)},
        compute=lambda t, p: F.batch_norm(
            t["x"], t["mean"], t["variance"], t.get("gamma"), t.get("beta"), False, 0.1, p["epsilon"]))


@operator("layerNorm")
def layer_norm(draw):
    x = draw.numbers(draw.shape(1, 4))
    shape = list(x.shape[-draw.integer(1, x.dim()):])
    return Case(
        {"x": x, **per_channel(draw, shape)}, parameters={"normalizedShape": shape, "epsilon": draw.choice(*EPSILONS)},
        compute=lambda t, p: F.layer_norm(
            t["x"], p["normalizedShape"], t.get("gamma"), t.get("beta"), p["epsilon"]))


@operator("instanceNorm")
def instance_norm(draw):
    x, channels = maps(draw, 3, 4)
    return Case(
        {"x": x, **per_channel(draw, [channels])}, parameters={"epsilon": draw.choice(*EPSILONS)},
        compute=lambda t, p: F.instance_norm(t["x"], weight=t.get("gamma"), bias=t.get("beta"), eps=p["epsilon"]))


@operator("groupNorm")
def group_norm(draw):
    groups, each = draw.integer(1, 3), draw.integer(2, 3)
    x = draw.numbers([draw.integer(1, 3), groups * each, *draw.shape(0, 2, (1, 3))])
    return Case(
        {"x": x, **per_channel(draw, [groups * each])},
        parameters={"groups": groups, "epsilon": draw.choice(*EPSILONS)},
        compute=lambda t, p: F.group_norm(t["x"], p["groups"], t.get("gamma"), t.get("beta"), p["epsilon"]))


@operator("localResponseNorm")
def local_response_norm(draw):
    x = draw.numbers([draw.integer(1, 2), draw.integer(1, 6), *draw.shape(1, 2, (1, 3))])
    p = {"size": draw.integer(1, 5), "alpha": draw.choice(0.1, 0.5, 2.0), "beta": draw.choice(0.5, 0.75, 1.2),
         "k": draw.choice(1.0, 2.0, 0.5)}
    return Case({"x": x}, lambda t, p: F.local_response_norm(t["x"], **p), parameters=p)


@operator("weightStandardized")
def weight_standardized(draw):
    k = draw.numbers([draw.integer(1, 3), draw.integer(2, 3), *draw.shape(0, 2, (1, 3))])

    def compute(t, p):
        rows = t["kernel"].reshape(1, k.shape[0], -1)
        return F.batch_norm(rows, None, None, training=True, eps=p["epsilon"]).reshape(k.shape)

    return Case({"kernel": k}, compute, parameters={"epsilon": draw.choice(*EPSILONS)})


@operator("fusedBatchNorm")
def fused_batch_norm(draw):
    """Convolution with the fused filters, against convolution and then normalization."""
    channels, filters = draw.integer(1, 2), draw.integer(1, 3)
    inputs = {"x": draw.numbers([2, channels, 3, 3]), "kernel": draw.numbers([filters, channels, 2, draw.integer(1, 2)])}
    if draw.flag():
        inputs["bias"] = draw.numbers([filters])
    constants = {"mean": draw.numbers([filters]), "variance": draw.positive([filters])}
    return Case(
        {**inputs, **per_channel(draw, [filters])}, constants=constants, parameters={"epsilon": draw.choice(*EPSILONS)},
        compute=lambda t, p: F.batch_norm(
            F.conv2d(t["x"], t["kernel"], t.get("bias")), t["mean"], t["variance"], t.get("gamma"), t.get("beta"),
            False, 0.1, p["epsilon"]))


def whitened(x, groups, epsilon):
    """ZCA whitening as Huang et al. (2018) write it, in PyTorch's operations; mean and matrices as well."""
    rows = x.transpose(0, 1).reshape(groups, x.shape[1] // groups, -1)
    mean = rows.mean(2, keepdim=True)
    centred = rows - mean
    covariance = centred @ centred.transpose(1, 2) / rows.shape[2] + epsilon * torch.eye(rows.shape[1], dtype=x.dtype)
    values, vectors = torch.linalg.eigh(covariance)
    matrix = vectors @ torch.diag_embed(values ** -0.5) @ vectors.transpose(1, 2)
    y = (matrix @ centred).reshape(x.transpose(0, 1).shape).transpose(0, 1)
    return y, mean.flatten(), matrix, values


def shifted(y, t):
    shape = [-1] + [1] * (y.dim() - 2)
    return y * t["gamma"].reshape(shape) + t["beta"].reshape(shape) if "gamma" in t else y


def both(draw, channels):
    return {"gamma": draw.numbers([channels], 0.25), "beta": draw.numbers([channels])} if draw.flag() else {}


@operator("decorrelatedBatchNorm")
def decorrelated_batch_norm(draw):
    p = {"groups": draw.integer(1, 2), "epsilon": draw.choice(*EPSILONS), "momentum": draw.choice(0.1, 0.25, 0.7, 1.0)}
    while True:
        x = draw.numbers([draw.integer(2, 4), p["groups"] * draw.integer(1, 3), *draw.shape(0, 2, (1, 3))])
        values = whitened(x, p["groups"], p["epsilon"])[3]
        # PyTorch divides by the differences of eigenvalues: they must not be near 0.
        if values.shape[1] == 1 or values.diff(dim=1).min() > 0.05:
            break

    def compute(t, p):
        """The result, and the running mean and matrices after this batch."""
        y, mean, matrix, _ = whitened(t["x"], p["groups"], p["epsilon"])
        start = torch.eye(matrix.shape[1], dtype=matrix.dtype) * (1 - p["momentum"])
        return [shifted(y, t), (p["momentum"] * mean).detach(), (start + p["momentum"] * matrix).detach()]

    return Case({"x": x, **both(draw, x.shape[1])}, compute, parameters=p)


@operator("decorrelatedBatchNormTest")
def decorrelated_batch_norm_test(draw):
    groups, size = draw.integer(1, 2), draw.integer(1, 3)
    channels = groups * size
    x = draw.numbers([draw.integer(1, 3), channels, *draw.shape(0, 2, (1, 3))])

    def compute(t, p):
        rows = (x_rows := t["x"].transpose(0, 1)).reshape(groups, size, -1) - t["mean"].reshape(groups, size, 1)
        return shifted((t["whitening"] @ rows).reshape(x_rows.shape).transpose(0, 1), t)

    inputs = {"x": x, "mean": draw.numbers([channels]), "whitening": draw.numbers([groups, size, size])}
    return Case({**inputs, **both(draw, channels)}, compute)
