import CMarkdown
import CReadline
import Courseware
import Kernels
import Tensors

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Tool {
  /// `convbook doctor`: what is installed, and whether it works. 1 if something is broken.
  package func doctor() -> Int32 {
    var checkup = Checkup(screen: screen)
    checkup.note("Convbook", convbookVersion)
    checkup.note("system", systemName())
    checkup.note("cores", "\(sysconf(Int32(_SC_NPROCESSORS_ONLN)))")
    checkup.note("Readline", readline_version().map { String(cString: $0) } ?? "unknown")
    checkup.note("cmark-gfm", String(cString: cmark_version_string()))
    checkup.note("BLAS", BLAS.configuration)
    let threads = BLAS.threads
    checkup.check("BLAS threads", threads == 1, "\(threads)", "\(threads), and 1 is expected: results may differ")
    checkup.check("arithmetic", arithmeticWorks(), "2 × 2 product is right", "the BLAS computes a wrong product")
    examineKernels(&checkup)
    examineTerminal(&checkup)
    examineLessons(&checkup)
    examineHome(&checkup)
    examineData(&checkup)
    screen.gap()
    if checkup.problems == 0 {
      screen.line("Everything works.", .success)
      return ExitCode.success
    }
    screen.line("\(checkup.problems) \(checkup.problems == 1 ? "thing is" : "things are") broken.", .failure)
    return ExitCode.failure
  }

  /// A product with factors whose order matters.
  private func arithmeticWorks() -> Bool {
    let product = try? matmul(Tensor([[1, 2], [3, 4]]), Tensor([[0, 1], [10, 100]]))
    return product?.elements == [20, 201, 40, 403]
  }

  /// Which vectors the fast loops are compiled for, on how many threads they run, and why.
  private func examineKernels(_ checkup: inout Checkup) {
    let (level, best) = (ProcessorLevel.current, ProcessorLevel.best)
    let reason =
      level == best ? "the widest that this processor has" : "CONVBOOK_KERNELS; the processor has \(best.name)"
    checkup.check(
      "kernels", ProcessorLevel.complaint == nil, "\(level.name), \(reason)", ProcessorLevel.complaint ?? "")
    let origin = environment("CONVBOOK_THREADS").map { $0.isEmpty } ?? true ? "one for each core" : "CONVBOOK_THREADS"
    let threads = ThreadPool.threads
    let note = Threads.note(on: threads).map { "; \($0)" } ?? ""
    checkup.check(
      "threads", ThreadCount.complaint == nil, "\(threads), \(origin)\(note)", ThreadCount.complaint ?? "")
  }

  private func examineTerminal(_ checkup: inout Checkup) {
    let output = screen.output
    if !output.isTerminal {
      checkup.note("terminal", "none: output goes to a file or a pipe")
      return
    }
    let colours = output.usesColour ? "colours" : "no colours"
    checkup.note("terminal", "\(environment("TERM") ?? "without a name"), \(output.width) columns used, \(colours)")
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment($0) }.first { !$0.isEmpty } ?? ""
    let isUnicode = locale.lowercased().filter { $0 != "-" }.contains("utf8")
    checkup.check("letters", isUnicode, locale, "the locale is '\(locale)', and ∂ needs UTF-8: export LANG=C.UTF-8")
  }

  private func examineLessons(_ checkup: inout Checkup) {
    do {
      let course = try course()
      let broken = course.entries.filter { $0.lesson == nil }
      let count = "\(course.entries.count) in \(course.directory)"
      checkup.check("lessons", !course.entries.isEmpty, count, "none in \(course.directory)")
      for entry in broken {
        checkup.check("lesson \(entry.label)", false, "", entry.problems.first?.description ?? "cannot be read")
      }
    } catch {
      checkup.check("lessons", false, "", "\(error)")
    }
  }

  private func examineHome(_ checkup: inout Checkup) {
    let home = homeFolder()
    if access(home, F_OK) != 0 {
      var parent = home
      while parent != "/" && !parent.isEmpty && access(parent, F_OK) != 0 {
        parent = parent.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
      }
      let canMake = access(parent.isEmpty ? "/" : parent, W_OK) == 0
      checkup.check("home", canMake, "\(home) will be made", "\(home) cannot be made")
      return
    }
    checkup.check("home", access(home, W_OK | X_OK) == 0, home, "\(home) cannot be written")
    var disk = statvfs()
    if statvfs(home, &disk) == 0 {
      let free = (Int(disk.f_bavail) * Int(disk.f_frsize)) >> 20
      checkup.check("room", free > 0, "\(free) MB free", "the disk of \(home) is full")
    }
    if let notice = store().takeNotice() { checkup.check("progress", false, "", notice) }
  }

  /// Data sets of others; the course has images of its own.
  private func examineData(_ checkup: inout Checkup) {
    guard let data = environment("CONVBOOK_DATA"), !data.isEmpty else {
      return checkup.note("data", "none; CONVBOOK_DATA names the folder of data sets such as MNIST")
    }
    checkup.check("data", access(data, R_OK | X_OK) == 0, data, "\(data) cannot be read")
  }

  private func systemName() -> String {
    var name = utsname()
    guard uname(&name) == 0 else { return "unknown" }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(name.sysname)) \(text(name.release)) \(text(name.machine))"
  }
}

package let convbookVersion = "0.1.0"

/// Lines of a report, each with its mark.
private struct Checkup {
  let screen: Screen
  var problems = 0

  func note(_ name: String, _ text: String) { screen.line(StyledText("  " + padded(name, to: 15)) + StyledText(text)) }

  mutating func check(_ name: String, _ works: Bool, _ text: String, _ problem: String) {
    if works {
      screen.line(StyledText("✓ ", .success) + StyledText(padded(name, to: 15)) + StyledText(text))
    } else {
      problems += 1
      screen.line(StyledText("✗ ", .failure) + StyledText(padded(name, to: 15)) + StyledText(problem, .failure))
    }
  }
}
