"""Solving, inverting and factoring matrices."""
import torch

from . import Case, operator


def well_conditioned(draw, batch, n):
    """Matrices with a strong diagonal of different numbers."""
    return draw.numbers(batch + [n, n], -1, 1) + torch.diag(3.0 * torch.arange(1, n + 1))


@operator("solve")
def solve(draw):
    n = draw.integer(1, 4)
    batch = draw.shape(0, 1, (1, 3))
    a = well_conditioned(draw, batch, n)

    def solution(a, b):
        # With axes in front, so that PyTorch takes nothing for a batch of vectors.
        return torch.linalg.solve(a, b.expand(batch + list(b.shape[-2:])))

    if draw.flag():
        b = draw.numbers([n])
        return Case({"a": a, "b": b}, lambda t, _: solution(t["a"], t["b"][:, None])[..., 0])
    b = draw.numbers((batch if draw.flag() else []) + [n, draw.integer(1, 3)])
    return Case({"a": a, "b": b}, lambda t, _: solution(t["a"], t["b"]))


@operator("inverse")
def inverse(draw):
    a = well_conditioned(draw, draw.shape(0, 1, (1, 2)), draw.integer(1, 4))
    return Case({"a": a}, lambda t, _: torch.linalg.inv(t["a"]))


@operator("determinant")
def determinant(draw):
    n = draw.integer(1, 4)
    # Rows in another order: exchanges change the sign.
    a = well_conditioned(draw, draw.shape(0, 1, (1, 2)), n)[..., torch.tensor(draw.random.permutation(n)), :]
    return Case({"a": a}, lambda t, _: torch.linalg.det(t["a"]))


@operator("cholesky")
def cholesky(draw):
    n = draw.integer(1, 4)
    x = draw.numbers(draw.shape(0, 1, (1, 2)) + [n, n], -1, 1)
    return Case({"x": x}, lambda t, _: torch.linalg.cholesky(t["x"] @ t["x"].mT + 2 * torch.eye(n).double()))


def largest_positive(vectors):
    """1 or -1 for each column, so that its largest component becomes positive."""
    largest = vectors.detach().abs().argmax(-2, keepdim=True)
    return torch.sign(torch.gather(vectors.detach(), -2, largest))


@operator("symmetricEigen")
def symmetric_eigen(draw):
    x = well_conditioned(draw, draw.shape(0, 1, (1, 2)), draw.integer(1, 4))

    def compute(t, _):
        values, vectors = torch.linalg.eigh((t["x"] + t["x"].mT) / 2)
        return [values, vectors * largest_positive(vectors)]

    return Case({"x": x}, compute)


@operator("svd")
def svd(draw):
    m, n = draw.integer(1, 4), draw.integer(1, 4)
    size = max(m, n)
    a = well_conditioned(draw, draw.shape(0, 1, (1, 2)), size)[..., :m, :n]

    def compute(t, _):
        u, s, v = torch.linalg.svd(t["a"], full_matrices=False)
        signs = largest_positive(u)
        return [u * signs, s, v.mT * signs]

    return Case({"a": a}, compute)


@operator("leastSquares")
def least_squares(draw):
    m, n = draw.integer(1, 5), draw.integer(1, 3)
    a = well_conditioned(draw, [], max(m, n))[:m, :n]
    b = draw.numbers([m] + ([] if draw.flag() else [draw.integer(1, 2)]))
    return Case({"a": a, "b": b}, lambda t, _: torch.linalg.pinv(t["a"]) @ t["b"])
