/// What records of earlier cells held before the running cell first wrote to them: fields of objects, and captured
/// variables. A cell that fails puts them back, as `Snapshot` does with the globals.
///
/// Every record carries the epoch of the run that made it. Whoever writes to a record of another epoch keeps its content
/// first and gives it the present epoch: one comparison a write, and nothing for the records that the cell itself made.
struct UndoLog {
  struct Entry {
    let record: Reference
    let words: [Int]
    let references: [Reference?]
  }
  /// The run of a cell that records are made in.
  var epoch = 0
  /// Epochs are never used twice.
  var lastEpoch = 0
  /// Nil while no cell runs.
  var entries: [Entry]?
}

extension UnsafeMutablePointer where Pointee == HeapState {
  /// Begins a run; the answer is what `endRun` needs. Runs may lie within one another.
  func beginRun() -> UndoLog {
    let outer = pointee.undo
    let epoch = outer.lastEpoch + 1
    pointee.undo = UndoLog(epoch: epoch, lastEpoch: epoch, entries: [])
    return outer
  }

  /// Ends a run. One that failed leaves all records as they were; what one within another has changed is undone with the
  /// outer one.
  func endRun(_ outer: UndoLog, undoing: Bool) {
    let entries = pointee.undo.entries ?? []
    let lastEpoch = pointee.undo.lastEpoch
    pointee.undo = outer
    pointee.undo.lastEpoch = lastEpoch
    if !undoing && outer.entries != nil {
      pointee.undo.entries?.append(contentsOf: entries)
      return
    }
    for entry in entries.reversed() {
      if undoing { restore(entry) } else { for case let reference? in entry.references { release(reference) } }
      release(entry.record)
    }
  }

  /// Keeps a record's content before it is written to for the first time in this run.
  func keepContent(of record: Reference) {
    record.asRecord.pointee.epoch = pointee.undo.epoch
    guard pointee.undo.entries != nil else { return }
    let words = Array(UnsafeBufferPointer(start: record.recordWords, count: Int(record.asRecord.pointee.words)))
    let references = Array(
      UnsafeBufferPointer(start: record.recordReferences, count: Int(record.asRecord.pointee.references)))
    for reference in references { reference?.retain() }
    record.retain()
    pointee.undo.entries?.append(UndoLog.Entry(record: record, words: words, references: references))
  }

  /// The kept references become the record's own again.
  private func restore(_ entry: UndoLog.Entry) {
    for (index, word) in entry.words.enumerated() { entry.record.recordWords[index] = word }
    for (index, reference) in entry.references.enumerated() {
      let old = entry.record.recordReferences[index]
      entry.record.recordReferences[index] = reference
      if let old { release(old) }
    }
  }
}
