/// Takes back what `backward()` did to tensors that were there before.
///
/// A tensor is a value, but its recording is shared: `backward()` leaves gradients in the nodes of earlier computations,
/// and uses these computations up. When a cell of the notebook fails after that, its variables are put back, and so must
/// be the nodes behind them.
package final class RecordingUndo: @unchecked Sendable {
  private struct Entry {
    let node: GradientNode
    let state: GradientNode.State
  }

  // Only ever used on the thread that it came from.
  @TaskLocal private static var current: RecordingUndo?
  private let latestOrder = GradientNode.latestOrder
  private var entries: [ObjectIdentifier: Entry] = [:]

  /// Runs `body`. Where it gives false, all nodes that were there before are as they were.
  package static func ifFailing(_ body: () -> Bool) {
    let outer = current
    let undo = RecordingUndo()
    let succeeded = $current.withValue(undo, operation: body)
    for entry in undo.entries.values {
      if !succeeded { entry.node.state = entry.state } else { outer?.keep(entry.node, entry.state) }
    }
  }

  /// Notes what a node holds before that changes for the first time. What the run itself made need not be kept: nobody
  /// has it when the run has failed.
  static func willChange(_ node: GradientNode) {
    current?.keep(node, node.state)
  }

  private func keep(_ node: GradientNode, _ state: GradientNode.State) {
    guard node.order <= latestOrder, entries[ObjectIdentifier(node)] == nil else { return }
    entries[ObjectIdentifier(node)] = Entry(node: node, state: state)
  }
}
