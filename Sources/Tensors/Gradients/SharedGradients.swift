/// Gradients of several inputs that come out of one computation.
///
/// A recording has a rule for each input. Where the rules share their work, as those of a folded step do, the first one
/// that is asked does it for all; the last one lets go of the results.
package final class SharedGradients {
  package typealias Compute = (_ dy: Tensor, _ y: Tensor) throws -> [Tensor]

  private let compute: Compute
  private let uses: Int
  private var usesLeft = 0
  private var latest: (dy: Storage, gradients: [Tensor])?

  /// - Parameters:
  ///   - uses: How many rules there are that will be asked.
  ///   - compute: All gradients, from the gradient of the result and the result.
  package init(uses: Int, _ compute: @escaping Compute) {
    self.uses = uses
    self.compute = compute
  }

  /// One of the gradients.
  package func callAsFunction(_ part: Int, _ dy: Tensor, _ y: Tensor) throws -> Tensor {
    // A gradient that is recorded itself belongs to one computation, and not to the next. It is recorded also where only
    // the inputs are, and with them the result.
    if dy.isRecording || y.isRecording { return try compute(dy, y)[part] }
    if let latest, latest.dy === dy.storage {
      usesLeft -= 1
      if usesLeft == 0 { self.latest = nil }
      return latest.gradients[part]
    }
    let gradients = try compute(dy, y)
    usesLeft = uses - 1
    latest = usesLeft == 0 ? nil : (dy.storage, gradients)
    return gradients[part]
  }
}
