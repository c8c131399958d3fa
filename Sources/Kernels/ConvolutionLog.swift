internal import Synchronization

/// Which algorithms convolutions took, and why, for whoever wants to tell: `:profile` does.
package enum ConvolutionLog {
  package struct Entry: Hashable, Sendable {
    package let shape: ConvolutionShape
    package let pass: ConvolutionPass
    package let plan: ConvolutionPlan
  }

  private static let isOn = Atomic<Bool>(false)
  private static let counts = Mutex<[Entry: Int]>([:])

  /// Called for each convolution; does nothing unless somebody collects.
  package static func note(
    _ shape: ConvolutionShape, _ pass: ConvolutionPass, _ plan: @autoclosure () -> ConvolutionPlan
  ) {
    guard isOn.load(ordering: .relaxed) else { return }
    let entry = Entry(shape: shape, pass: pass, plan: plan())
    counts.withLock { $0[entry, default: 0] += 1 }
  }

  /// Runs `body`, and gives what was noted meanwhile, on whatever thread: the most frequent first.
  package static func collecting<Result>(_ body: () -> Result) -> (Result, [(entry: Entry, count: Int)]) {
    counts.withLock { $0 = [:] }
    isOn.store(true, ordering: .relaxed)
    defer { isOn.store(false, ordering: .relaxed) }
    let result = body()
    let noted = counts.withLock { $0 }
    let sorted = noted.sorted { ($0.value, $1.key.description) > ($1.value, $0.key.description) }
    return (result, sorted.map { ($0.key, $0.value) })
  }
}

extension ConvolutionLog.Entry: CustomStringConvertible {
  /// `3x3, 64 channels to 128 at 56x56, forward: F(4x4, 3x3): 3.1 times fewer operations than direct`
  package var description: String {
    let what =
      switch pass {
      case .forward: "forward"
      case .inputGradient: "input gradient"
      case .kernelGradient: "kernel gradient"
      }
    return "\(shape.kernelHeight)x\(shape.kernelWidth), \(shape.channels) to \(shape.filters) channels at "
      + "\(shape.outputHeight)x\(shape.outputWidth), \(what): \(plan.reason)"
  }
}
