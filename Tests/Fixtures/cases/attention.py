"""Attention, and what stands before it."""
import torch
import torch.nn.functional as F

from . import Case, operator


@operator("embedding")
def embedding(draw):
    rows = draw.integer(1, 5)
    return Case(
        {"weights": draw.numbers([rows, draw.integer(1, 3)])},
        constants={"indices": draw.indices(draw.shape(0, 2), rows)},
        compute=lambda t, _: F.embedding(t["indices"], t["weights"]))


@operator("positionalEncoding")
def positional_encoding(draw):
    def compute(_, p):
        feature = torch.arange(p["features"], dtype=torch.float64)
        angle = torch.arange(p["positions"], dtype=torch.float64)[:, None] / p["base"] ** (
            (feature - feature % 2) / p["features"])
        return torch.where(feature % 2 == 0, angle.sin(), angle.cos())

    return Case({}, compute, parameters=dict(
        positions=draw.integer(1, 6), features=draw.integer(1, 7), base=draw.choice(10_000.0, 100.0, 7.5)))


def masks(draw, shape):
    """No mask, or one for all of a batch, in which some queries may look nowhere."""
    if draw.flag():
        return {}
    return {"mask": torch.tensor(draw.random.integers(0, 4, shape) > 0, dtype=torch.float64)}


def allowed(t, p, queries, keys):
    """PyTorch takes a mask or is_causal, and not both."""
    mask = torch.ones(queries, keys, dtype=torch.bool)
    if "mask" in t:
        mask = mask & t["mask"].bool()
    return mask.tril() if p["isCausal"] else mask


@operator("scaledDotProductAttention")
def scaled_dot_product_attention(draw):
    batch = draw.shape(0, 2, (1, 2))
    queries, keys, features = draw.integer(1, 4), draw.integer(1, 4), draw.integer(1, 3)
    inputs = {
        "queries": draw.numbers([*batch, queries, features], -1.5, 1.5),
        "keys": draw.numbers([*batch, keys, features], -1.5, 1.5),
        "values": draw.numbers([*batch, keys, draw.integer(1, 3)])}
    return Case(
        inputs, constants=masks(draw, [queries, keys]), parameters={"isCausal": draw.flag()},
        compute=lambda t, p: F.scaled_dot_product_attention(
            t["queries"], t["keys"], t["values"], allowed(t, p, queries, keys)))


@operator("attentionWeights")
def attention_weights(draw):
    batch = draw.shape(0, 1, (1, 2))
    queries, keys, features = draw.integer(1, 4), draw.integer(1, 4), draw.integer(1, 3)

    def compute(t, p):
        # The values of the identity matrix show the weights.
        eye = torch.eye(keys, dtype=torch.float64).expand(*batch, keys, keys)
        return F.scaled_dot_product_attention(t["queries"], t["keys"], eye, allowed(t, p, queries, keys))

    return Case(
        {"queries": draw.numbers([*batch, queries, features], -1.5, 1.5),
         "keys": draw.numbers([*batch, keys, features], -1.5, 1.5)},
        constants=masks(draw, [queries, keys]), parameters={"isCausal": draw.flag()}, compute=compute)


@operator("multiHeadAttention")
def multi_head_attention(draw):
    heads, count, queries, keys = draw.integer(1, 2), draw.integer(1, 2), draw.integer(1, 3), draw.integer(1, 3)
    features = heads * draw.integer(1, 2)
    inputs = {
        "queries": draw.numbers([count, queries, features], -1, 1), "keys": draw.numbers([count, keys, features], -1, 1),
        "values": draw.numbers([count, keys, features]),
        "inputWeights": draw.numbers([3 * features, features], -0.5, 0.5),
        "outputWeights": draw.numbers([features, features], -1, 1)}
    if draw.flag():
        inputs["inputBias"] = draw.numbers([3 * features], -0.5, 0.5)
    if draw.flag():
        inputs["outputBias"] = draw.numbers([features], -1, 1)
    constants = masks(draw, [queries, keys])
    if "mask" in constants:
        # PyTorch's layer has no number for a query that may look nowhere.
        constants["mask"][:, 0] = 1

    def compute(t, p):
        y, _ = F.multi_head_attention_forward(
            *(t[name].transpose(0, 1) for name in ("queries", "keys", "values")), features, heads,
            t["inputWeights"], t.get("inputBias"), None, None, False, 0.0, t["outputWeights"], t.get("outputBias"),
            need_weights=False, attn_mask=~allowed(t, p, queries, keys))
        return y.transpose(0, 1)

    return Case(inputs, compute, constants=constants, parameters={"heads": heads, "isCausal": draw.flag()})
