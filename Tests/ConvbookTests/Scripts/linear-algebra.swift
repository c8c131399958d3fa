import Convbook

let a = Tensor([[4, 1], [1, 3]])
let x = solve(a, Tensor([1, 2]))
print(matmul(a, x).isClose(to: Tensor([1, 2])))
let (values, vectors) = symmetricEigen(a)
print(matmul(vectors * values, vectors.transposed()).isClose(to: a), values.shape)
let (u, s, v) = svd(a)
print(matmul(u * s, v.transposed()).isClose(to: a))
let l = cholesky(a)
print(l.lowerTriangle() == l, matmul(l, l.transposed()).isClose(to: a))
print(matmul(inverse(a), a).isClose(to: Tensor.eye(2)), determinant(a).isClose(to: Tensor(11)))
print(einsum("ij,jk->ik", a, a) == matmul(a, a), einsum("ii->", a).item(), einsum("ij->ji", a) == a.transposed())
print(a.trace().item(), a.diagonal().elements, outer(Tensor([1, 2]), Tensor([3, 4])).elements)
let pairs = Tensor.ones([5, 2, 2]) * a
print(matmul(pairs, a).shape, matmul(Tensor([1, 2]), a).elements, matmul(Tensor([1, 2]), Tensor([3, 4])).item())
