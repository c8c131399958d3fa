import Tensors
import Testing

/// A run that failed leaves gradients and recordings as they were.
@Suite struct RecordingUndoTests {
  @Test func gradientsOfAFailedRunAreTakenBack() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    try x.multiplied(by: 3).sum().backward()
    RecordingUndo.ifFailing {
      try? x.multiplied(by: x).sum().backward()
      try? x.multiplied(by: x).sum().backward()
      #expect(x.gradient?.elements == [7, 11])
      return false
    }
    #expect(x.gradient?.elements == [3, 3])
  }

  @Test func thoseOfARunThatSucceededStay() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    RecordingUndo.ifFailing { (try? x.multiplied(by: x).sum().backward()) != nil }
    #expect(x.gradient?.elements == [2, 4])
  }

  @Test func aRecordingThatAFailedRunUsedUpServesAgain() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let y = try x.multiplied(by: x).sum()
    RecordingUndo.ifFailing {
      try? y.backward()
      return false
    }
    #expect(x.gradient == nil)
    try y.backward()
    #expect(x.gradient?.elements == [2, 4])
  }

  /// The inner run succeeded, and then the outer one failed.
  @Test func runsMayLieWithinOneAnother() throws {
    let x = try Tensor([1, 2]).requiringGradient()
    let y = try x.multiplied(by: x).sum()
    RecordingUndo.ifFailing {
      RecordingUndo.ifFailing { (try? y.backward()) != nil }
      #expect(x.gradient?.elements == [2, 4])
      return false
    }
    #expect(x.gradient == nil)
    try y.backward()
    #expect(x.gradient?.elements == [2, 4])
  }

  /// What the run itself made is freed at once: a training loop in one cell does not pile up.
  @Test func recordingsOfTheRunItselfAreNotKept() throws {
    final class Kept {}
    let x = try Tensor([1, 2]).requiringGradient()
    RecordingUndo.ifFailing {
      weak var kept: Kept?
      do {
        let new = Kept()
        kept = new
        let y = try record("kept", x.detached(), .gradient(to: x) { dy in withExtendedLifetime(new) { dy } })
        try y.sum().backward()
      } catch { Issue.record(error) }
      #expect(kept == nil)
      return true
    }
    #expect(x.gradient?.elements == [1, 1])
  }
}
