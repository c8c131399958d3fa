/// A failed precondition, in one sentence with the actual sizes, in the words of someone who learns.
///
/// Every throwing function of the engine throws this. What carries on from it (a diagnostic in the notebook, a stopped
/// program) is decided by the caller.
package struct TensorError: Error, CustomStringConvertible, Equatable {
  package let description: String
  /// Whether the memory that tensors may take was used up, and nothing else was wrong.
  package let isOutOfBudget: Bool

  package init(_ description: String, isOutOfBudget: Bool = false) {
    self.description = description
    self.isOutOfBudget = isOutOfBudget
  }
}
