/// What a lesson's journal tells about the window that was busy last.
struct JournalHistory {
  /// What ran to its end, in order.
  var entries: [JournalEntry] = []
  /// About how long all of them take.
  var seconds = 0.0
  /// Where the learner stood; nil where the journal does not say.
  var position: Int?
  /// What stood there (`LessonRun.place(of:)`): an edited lesson may have it elsewhere.
  var place: String?
  /// The last cell, if nobody saw its end.
  var unfinished: String?
  /// The window, and how many of its events there are; what goes on from here names both.
  var key: String?
  var count = 0

  private enum Event {
    case entry(JournalEntry, seconds: Double)
    case move(Int, place: String?)
  }

  /// Lines that cannot be read, such as one that was being written when the machine stopped, are passed over.
  init(lines: some Sequence<Substring>) {
    var chains: [String: [Event]] = [:]
    var open: [String: JournalEntry] = [:]
    var lastCell: (id: String, text: String)?
    for line in lines {
      guard let line = decode(line, as: JournalLine.self) else { continue }
      let key = String(line.id.prefix { $0 != "." })
      if line.kind == "open" {
        chains[key] = line.parent.flatMap { chains[$0] }.map { Array($0.prefix(line.count ?? 0)) } ?? []
        lastCell = nil
      } else if let position = line.position {
        chains[key, default: []].append(.move(position, place: line.place))
      } else if let succeeded = line.succeeded {
        if let entry = open.removeValue(forKey: line.id), succeeded {
          chains[key, default: []].append(.entry(entry, seconds: line.seconds ?? 0))
        }
        if lastCell?.id == line.id { lastCell = nil }
      } else if let entry = line.entry {
        open[line.id] = entry
        if case .cell(let text) = entry { lastCell = (line.id, text) } else { lastCell = nil }
      } else {
        continue
      }
      self.key = key
    }
    unfinished = lastCell?.text
    let events = key.flatMap { chains[$0] } ?? []
    count = events.count
    for event in events { add(event) }
  }

  private mutating func add(_ event: Event) {
    switch event {
    case .move(let position, let place): (self.position, self.place) = (position, place)
    case .entry(.undo, _): _ = entries.popLast()
    case .entry(let entry, let seconds):
      entries.append(entry)
      self.seconds += seconds
      // Who was stopped between a step and the move behind it does not run the step again
      if case .step(let stop, _) = entry { (position, place) = (stop + 1, nil) }
    }
  }
}
