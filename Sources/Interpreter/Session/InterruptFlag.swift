import Synchronization

/// Set from any thread or a signal handler to stop the running cell. Lock-free.
package final class InterruptFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package func raise() { flag.store(true, ordering: .releasing) }
  package func clear() { flag.store(false, ordering: .releasing) }
  package var isRaised: Bool { flag.load(ordering: .acquiring) }
}
