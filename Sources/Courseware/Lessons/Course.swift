import Interpreter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All lessons of a `Lessons` directory, in order: `05-backprop/01-rotated-kernel.md` is lesson 5.1.
package struct Course: Sendable {
  /// One lesson file, readable or not.
  package struct Entry: Sendable {
    /// Nil for a file outside of the course.
    package let number: LessonNumber?
    /// Where the file is.
    package let file: String
    /// What messages call it, `05-backprop/01-rotated-kernel.md`.
    package let path: String
    /// What the file holds, or why it cannot be read.
    fileprivate let contents: Result<LessonFile, LessonProblem>

    private var lessonFile: LessonFile? { try? contents.get() }
    /// Nil where the front matter does not say.
    package var id: String? { lessonFile?.id }
    package var title: String? { lessonFile?.title }
    /// Nil where there are problems.
    package var lesson: Lesson? { lessonFile?.reading.lesson }
    package var problems: [LessonProblem] {
      switch contents {
      case .success(let lessonFile): lessonFile.reading.problems
      case .failure(let problem): [problem]
      }
    }

    /// `5.1`, or the id, or the file.
    package var label: String { number?.description ?? id ?? path }
  }

  /// The directory that was read; empty for a course without one.
  package let directory: String
  /// Ordered by number. A broken lesson is here too, and does not disturb the others.
  package let entries: [Entry]

  package var lessons: [Lesson] { entries.compactMap(\.lesson) }

  package init(directory: String = "", entries: [Entry] = []) {
    self.directory = directory
    self.entries = entries
  }

  /// Reads every lesson of `directory`.
  package init(directory: String) throws(FileProblem) {
    var entries: [Entry] = []
    for folder in try fileNames(in: directory) {
      guard let chapter = leadingNumber(folder), let files = try? fileNames(in: directory + "/" + folder) else {
        continue
      }
      for file in files where file.hasSuffix(".md") {
        guard let lesson = leadingNumber(file) else { continue }
        let number = LessonNumber(chapter: chapter, lesson: lesson)
        entries.append(readEntry(file: "\(directory)/\(folder)/\(file)", path: "\(folder)/\(file)", number: number))
      }
    }
    self.init(directory: directory, entries: entries.sorted(by: Self.precedes))
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    guard let first = left.number, let second = right.number, first != second else { return left.path < right.path }
    return first < second
  }

  /// The lesson called `query`: an id (`rotated-kernel`), a number (`5.1`) or a file.
  ///
  /// - Throws: A sentence for the learner: no such lesson (with the nearest name), or no such file.
  package func entry(_ query: String) throws(FileProblem) -> Entry {
    if query.hasSuffix(".md") || query.contains("/") {
      let name = query.split(separator: "/").suffix(2)
      let number = name.count == 2 ? zip(name.first, name.last).flatMap(LessonNumber.init(folder:file:)) : nil
      let entry = readEntry(file: query, path: name.joined(separator: "/"), number: number)
      if entry.lesson == nil, entry.id == nil, entry.title == nil { _ = try readTextFile(query) }
      return entry
    }
    if let found = entries.first(where: { $0.id == query || $0.number == LessonNumber(query) && $0.number != nil }) {
      return found
    }
    let ids = entries.compactMap(\.id)
    if let meant = closest(to: query, among: ids) {
      throw FileProblem("there is no lesson '\(query)', did you mean '\(meant)'?")
    }
    throw FileProblem("there is no lesson '\(query)': `convbook list` shows them all")
  }

  /// The lesson after this one.
  package func lesson(after lesson: Lesson) -> Entry? {
    guard let number = lesson.number else { return nil }
    return entries.first { entry in entry.number.map { $0 > number } ?? false }
  }
}

extension LessonNumber {
  /// From `05-backprop` and `01-rotated-kernel.md`.
  fileprivate init?(folder: some StringProtocol, file: some StringProtocol) {
    guard let chapter = leadingNumber(folder), let lesson = leadingNumber(file) else { return nil }
    self.init(chapter: chapter, lesson: lesson)
  }
}

private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  if let first, let second { (first, second) } else { nil }
}

private func readEntry(file: String, path: String, number: LessonNumber?) -> Course.Entry {
  do {
    let lessonFile = LessonFile(try readTextFile(file), path: path, number: number)
    return Course.Entry(number: number, file: file, path: path, contents: .success(lessonFile))
  } catch {
    let problem = LessonProblem(path: path, line: error.line, error.description)
    return Course.Entry(number: number, file: file, path: path, contents: .failure(problem))
  }
}

/// 5 from `05-backprop`; nil for names that do not start with a number and a hyphen.
private func leadingNumber(_ name: some StringProtocol) -> Int? {
  let digits = name.prefix { $0.isASCII && $0.isNumber }
  guard !digits.isEmpty, name.dropFirst(digits.count).hasPrefix("-") else { return nil }
  return Int(digits)
}

/// The names in a directory, sorted; hidden ones are left out.
package func fileNames(in directory: String) throws(FileProblem) -> [String] {
  guard let handle = opendir(directory) else {
    throw errno == ENOENT
      ? FileProblem("there is no directory '\(directory)'")
      : FileProblem("cannot read the directory '\(directory)': \(String(cString: strerror(errno)))")
  }
  defer { closedir(handle) }
  var names: [String] = []
  while let entry = readdir(handle) {
    let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}
