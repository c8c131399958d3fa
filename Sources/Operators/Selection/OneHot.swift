import Tensors

/// Writes each label as a row of zeros with a single one.
///
/// ```
/// y[i, k] = 1 if labels[i] = k, else 0
/// ```
///
/// ```swift
/// oneHot(Tensor([2, 0]), classes: 3).elements  // [0.0, 0.0, 1.0, 1.0, 0.0, 0.0]
/// ```
///
/// - Parameters:
///   - labels: Whole numbers from 0 to `classes − 1`, in any shape.
///   - classes: How many classes there are.
/// - Returns: A tensor with one axis more than `labels`, of size `classes`. Labels have no gradient.
/// - Source: PyTorch's `one_hot`.
package func oneHot(_ labels: Tensor, classes: Int) throws -> Tensor {
  let numbers = try labels.wholeNumbers("oneHot")
  guard classes > 0 else { throw TensorError("oneHot needs at least one class, and got \(classes)") }
  if let odd = numbers.first(where: { $0 < 0 || $0 >= classes }) {
    throw TensorError("oneHot got the label \(odd), and there are \(classes) classes (0 to \(classes - 1))")
  }
  let y = try Tensor.computed(labels.shape + [classes], as: Double.self) { y in
    for (row, label) in numbers.enumerated() { y[row * classes + label] = 1 }
  }
  return try y.converted(to: labels.kind)
}
