"""Reductions, joins, padding, selection, comparisons and products of tensors."""
import torch
import torch.nn.functional as F

from . import Case, operator


def some_axes(draw, rank, low=1):
    """Some axes in random order, some of them counted from the end."""
    count = draw.integer(min(low, rank), rank)
    axes = [int(axis) for axis in draw.random.permutation(rank)[:count]]
    return [axis - rank if draw.flag() else axis for axis in axes]


def one_axis(draw, rank):
    return draw.integer(-rank, rank - 1)


def reduction(name, compute, numbers=lambda draw, shape: draw.numbers(shape), extra=lambda draw: {}, sizes=(2, 4)):
    @operator(name)
    def draw_case(draw):
        x = numbers(draw, draw.shape(1, 3, sizes))
        parameters = dict(axes=some_axes(draw, x.dim()), keepDimensions=draw.flag(), **extra(draw))
        return Case({"x": x}, lambda t, p: compute(t["x"], p), parameters=parameters)


reduction("sum", lambda x, p: x.sum(p["axes"], keepdim=p["keepDimensions"]))
reduction("mean", lambda x, p: x.mean(p["axes"], keepdim=p["keepDimensions"]))
reduction("min", lambda x, p: x.amin(p["axes"], keepdim=p["keepDimensions"]))
reduction("max", lambda x, p: x.amax(p["axes"], keepdim=p["keepDimensions"]))
reduction("logSumExp", lambda x, p: x.logsumexp(p["axes"], keepdim=p["keepDimensions"]))
correction = lambda draw: dict(correction=draw.integer(0, 1))
reduction(
    "variance", lambda x, p: x.var(p["axes"], correction=p["correction"], keepdim=p["keepDimensions"]), extra=correction)
# Different numbers: where all are equal, the root has no second derivative.
reduction(
    "standardDeviation", lambda x, p: x.std(p["axes"], correction=p["correction"], keepdim=p["keepDimensions"]),
    numbers=lambda draw, shape: draw.distinct(shape), extra=correction)


@operator("product")
def product(draw):
    x = draw.numbers(draw.shape(1, 3), -2, 2)
    axes, keep = some_axes(draw, x.dim()), draw.flag()

    def compute(t, p):
        y = t["x"]
        for axis in sorted((axis % y.dim() for axis in p["axes"]), reverse=True):
            y = y.prod(axis, keepdim=p["keepDimensions"])
        return y

    return Case({"x": x}, compute, parameters=dict(axes=axes, keepDimensions=keep))


for name, search in [("argmax", torch.argmax), ("argmin", torch.argmin)]:

    def argument(draw, search=search):
        x = draw.distinct(draw.shape(1, 3))
        return Case(
            {}, lambda t, p: search(t["x"], dim=p["axis"], keepdim=p["keepDimensions"]), constants={"x": x},
            parameters=dict(axis=one_axis(draw, x.dim()), keepDimensions=draw.flag()))

    operator(name)(argument)


@operator("concatenated")
def concatenated(draw):
    shape = draw.shape(1, 3)
    axis = one_axis(draw, len(shape))
    inputs = {}
    for name in "abc"[:draw.integer(1, 3)]:
        shape[axis] = draw.integer(0, 3)
        inputs[name] = draw.numbers(shape)
    return Case(
        inputs, lambda t, p: torch.cat([t[name] for name in sorted(t)], dim=p["axis"]), parameters=dict(axis=axis))


@operator("stacked")
def stacked(draw):
    shape = draw.shape(0, 3)
    inputs = {name: draw.numbers(shape) for name in "abc"[:draw.integer(1, 3)]}
    return Case(
        inputs, lambda t, p: torch.stack([t[name] for name in sorted(t)], dim=p["axis"]),
        parameters=dict(axis=one_axis(draw, len(shape) + 1)))


@operator("split")
def split(draw):
    x = draw.numbers(draw.shape(1, 3))
    axis = one_axis(draw, x.dim())
    sizes, rest = [], x.shape[axis]
    while rest:
        sizes.append(draw.integer(0, rest))
        rest -= sizes[-1]
    return Case({"x": x}, lambda t, p: torch.split(t["x"], p["sizes"], p["axis"]), parameters=dict(sizes=sizes, axis=axis))


@operator("padded")
def padded(draw):
    mode = draw.choice("zero", "edge", "reflect")
    x = draw.numbers(draw.shape(1, 4, (2, 4)))
    # PyTorch pads the last one to three axes, behind a batch and channels.
    count = min(x.dim(), 3)
    widths = [draw.integer(0, x.shape[axis // 2 - count] - 1 if mode == "reflect" else 3) for axis in range(2 * count)]

    def compute(t, p):
        x = t["x"]
        while x.dim() < count + 2:
            x = x[None]
        pairs = [p["widths"][i:i + 2] for i in range(0, len(p["widths"]), 2)]
        flat = [width for pair in reversed(pairs) for width in pair]
        names = {"zero": "constant", "edge": "replicate", "reflect": "reflect"}
        y = F.pad(x, flat, mode=names[p["mode"]])
        return y.reshape(y.shape[y.dim() - t["x"].dim():])

    if x.dim() == 4 and mode != "zero":
        x = x[0]
    return Case({"x": x}, compute, parameters=dict(widths=widths, mode=mode))


@operator("which")
def which(draw):
    shape = draw.shape(1, 3)
    other = lambda: [1 if draw.flag() else size for size in shape][draw.integer(0, 1):]
    return Case(
        {"a": draw.numbers(shape), "b": draw.numbers(other())}, lambda t, _: torch.where(t["condition"] > 0, t["a"], t["b"]),
        constants={"condition": draw.indices(other(), 2).double()})


for name, compare in [("less", torch.lt), ("lessOrEqual", torch.le), ("greater", torch.gt),
                      ("greaterOrEqual", torch.ge), ("equal", torch.eq), ("notEqual", torch.ne)]:

    def comparison(draw, compare=compare):
        shape = draw.shape(1, 3)
        other = [1 if draw.flag() else size for size in shape][draw.integer(0, 1):]
        few = lambda shape: draw.numbers(shape, -0.25, 0.25)
        return Case(
            {}, lambda t, _: compare(t["a"], t["b"]).double(), constants={"a": few(shape), "b": few(other)})

    operator(name)(comparison)


@operator("matmul")
def matmul(draw):
    m, k, n = (draw.integer(1, 3) for _ in range(3))
    batch = draw.shape(0, 2, (1, 3))
    other = [1 if draw.flag() else size for size in batch][draw.integer(0, 1):]
    a = [k] if draw.integer(0, 3) == 0 else batch + [m, k]
    b = [k] if draw.integer(0, 3) == 0 else other + [k, n]
    return Case({"a": draw.numbers(a), "b": draw.numbers(b)}, lambda t, _: torch.matmul(t["a"], t["b"]))


for name in ["sorted", "argsort"]:

    def sorting(draw, name=name):
        x = draw.distinct(draw.shape(1, 3))
        parameters = dict(axis=one_axis(draw, x.dim()), descending=draw.flag())
        compute = lambda t, p: torch.sort(t["x"], dim=p["axis"], descending=p["descending"])[name == "argsort"]
        if name == "argsort":
            return Case({}, compute, constants={"x": x}, parameters=parameters)
        return Case({"x": x}, compute, parameters=parameters)

    operator(name)(sorting)


@operator("topK")
def top_k(draw):
    x = draw.distinct(draw.shape(1, 3))
    axis = one_axis(draw, x.dim())
    return Case(
        {"x": x}, lambda t, p: list(torch.topk(t["x"], p["k"], dim=p["axis"])),
        parameters=dict(axis=axis, k=draw.integer(0, x.shape[axis])))


def indexed(draw):
    """A tensor, an axis, and indices into it that have smaller sizes on the other axes."""
    x = draw.numbers(draw.shape(1, 3))
    axis = one_axis(draw, x.dim())
    shape = [draw.integer(1, size) for size in x.shape]
    shape[axis] = draw.integer(0, 4)
    return x, axis, draw.indices(shape, x.shape[axis])


@operator("gathered")
def gathered(draw):
    x, axis, indices = indexed(draw)
    return Case(
        {"x": x}, lambda t, p: torch.gather(t["x"], p["axis"], t["indices"].long()),
        constants={"indices": indices}, parameters=dict(axis=axis))


@operator("scatterAdded")
def scatter_added(draw):
    x, axis, indices = indexed(draw)
    return Case(
        {"x": x, "values": draw.numbers(list(indices.shape))},
        lambda t, p: torch.scatter_add(t["x"], p["axis"], t["indices"].long(), t["values"]),
        constants={"indices": indices}, parameters=dict(axis=axis))


@operator("taken")
def taken(draw):
    x = draw.numbers(draw.shape(1, 3))
    axis = one_axis(draw, x.dim())
    indices = draw.indices(draw.shape(0, 2, (0, 4)), x.shape[axis])

    def compute(t, p):
        axis = p["axis"] % t["x"].dim()
        rows = torch.index_select(t["x"], axis, t["indices"].flatten().long())
        return rows.reshape(rows.shape[:axis] + t["indices"].shape + rows.shape[axis + 1:])

    return Case({"x": x}, compute, constants={"indices": indices}, parameters=dict(axis=axis))


@operator("clamped")
def clamped(draw):
    low = draw.integer(-8, 8) / 8
    return Case(
        {"x": draw.numbers(draw.shape(0, 3))}, lambda t, p: torch.clamp(t["x"], p["low"], p["high"]),
        parameters=dict(low=low, high=low + draw.integer(0, 8) / 8))


@operator("cumulativeSum")
def cumulative_sum(draw):
    x = draw.numbers(draw.shape(1, 3))
    return Case({"x": x}, lambda t, p: torch.cumsum(t["x"], p["axis"]), parameters=dict(axis=one_axis(draw, x.dim())))


@operator("oneHot")
def one_hot(draw):
    classes = draw.integer(1, 4)
    return Case(
        {}, lambda t, p: F.one_hot(t["labels"].long(), p["classes"]).double(), parameters=dict(classes=classes),
        constants={"labels": draw.indices(draw.shape(0, 2, (0, 3)), classes)})


@operator("norm")
def norm(draw):
    # No zeros: a vector of them has no second derivative.
    x = draw.positive(draw.shape(1, 3))
    return Case(
        {"x": x}, lambda t, p: torch.linalg.vector_norm(t["x"], dim=p["axes"], keepdim=p["keepDimensions"]),
        parameters=dict(axes=some_axes(draw, x.dim()), keepDimensions=draw.flag()))


@operator("flipped")
def flipped(draw):
    x = draw.numbers(draw.shape(1, 3))
    return Case({"x": x}, lambda t, p: torch.flip(t["x"], p["axes"]), parameters=dict(axes=some_axes(draw, x.dim())))


@operator("rotated90")
def rotated90(draw):
    x = draw.numbers(draw.shape(2, 4, (1, 3)))
    return Case(
        {"x": x}, lambda t, p: torch.rot90(t["x"], p["times"], (-2, -1)), parameters=dict(times=draw.integer(-5, 5)))


@operator("rolled")
def rolled(draw):
    x = draw.numbers(draw.shape(1, 3))
    return Case(
        {"x": x}, lambda t, p: torch.roll(t["x"], p["shift"], p["axis"]),
        parameters=dict(axis=one_axis(draw, x.dim()), shift=draw.integer(-6, 6)))


@operator("repeated")
def repeated(draw):
    x = draw.numbers(draw.shape(1, 3))
    return Case(
        {"x": x}, lambda t, p: torch.repeat_interleave(t["x"], p["times"], p["axis"]),
        parameters=dict(axis=one_axis(draw, x.dim()), times=draw.integer(0, 3)))


@operator("tiled")
def tiled(draw):
    x = draw.numbers(draw.shape(0, 2, (1, 3)))
    return Case(
        {"x": x}, lambda t, p: torch.tile(t["x"], p["counts"]),
        parameters=dict(counts=[draw.integer(0 if draw.flag() else 1, 3) for _ in range(draw.integer(0, 3))]))


@operator("diagonal")
def diagonal(draw):
    x = draw.numbers(draw.shape(2, 3))
    return Case(
        {"x": x}, lambda t, p: torch.diagonal(t["x"], p["offset"], -2, -1),
        parameters=dict(offset=draw.integer(1 - x.shape[-2], x.shape[-1] - 1)))


@operator("trace")
def trace(draw):
    return Case({"x": draw.numbers(draw.shape(2, 3))}, lambda t, _: torch.diagonal(t["x"], 0, -2, -1).sum(-1))


for name, triangle in [("lowerTriangle", torch.tril), ("upperTriangle", torch.triu)]:

    def triangular(draw, triangle=triangle):
        return Case(
            {"x": draw.numbers(draw.shape(2, 3))}, lambda t, p: triangle(t["x"], p["offset"]),
            parameters=dict(offset=draw.integer(-3, 3)))

    operator(name)(triangular)


@operator("outer")
def outer(draw):
    return Case(
        {"a": draw.numbers([draw.integer(1, 4)]), "b": draw.numbers([draw.integer(1, 4)])},
        lambda t, _: torch.outer(t["a"], t["b"]))


@operator("einsum")
def einsum(draw):
    formula = draw.choice(
        "ij,jk->ik", "ij->ji", "ij->j", "ij->", "ii->i", "ii->", "bij,bjk->bik", "ij,ij->", "i,j->ji", "ij,j,k->ki",
        "nchw,oc->nohw", "bqd,bkd->bqk", "ij,jk,kl->il", "iij,j->i", "i,i,i->i")
    sizes = {letter: draw.integer(1, 3) for letter in "bcdhijklnoqw"}
    letters = formula.split("->")[0].split(",")
    inputs = {name: draw.numbers([sizes[letter] for letter in part]) for name, part in zip("abc", letters)}
    return Case(
        inputs, lambda t, p: torch.einsum(p["formula"], *[t[name] for name in sorted(t)]),
        parameters=dict(formula=formula))
