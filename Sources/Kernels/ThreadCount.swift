internal import CKernels

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many threads there are at first.
package enum ThreadCount {
  /// More threads than this are a slip of the finger.
  package static let limit = 256

  /// The cores that this process may use: those of the machine, less what its affinity or its container takes away.
  package static let cores: Int = {
    #if os(Linux)
      let processors = usableProcessors()
      // Two threads of one core share its arithmetic: the second one does not make products faster.
      let cores = Set(
        processors.map { text("/sys/devices/system/cpu/cpu\($0)/topology/thread_siblings_list") ?? "\($0)" })
      return max(min(cores.count, quota() ?? Int.max), 1)
    #else
      return max(sysconf(_SC_NPROCESSORS_ONLN), 1)
    #endif
  }()

  /// From `CONVBOOK_THREADS`, else `cores`.
  static let atStart = fromEnvironment.count
  /// What is wrong with `CONVBOOK_THREADS`, in a sentence; nil if nothing is.
  package static var complaint: String? {
    // Asked at every start, where nobody needs to know yet how many cores there are.
    environmentValue("CONVBOOK_THREADS") == nil ? nil : fromEnvironment.complaint
  }

  private static let fromEnvironment = choice(environmentValue("CONVBOOK_THREADS"), cores: cores)

  /// The number of threads for a text as in `CONVBOOK_THREADS`.
  package static func choice(_ text: String?, cores: Int) -> (count: Int, complaint: String?) {
    guard let text, !text.isEmpty else { return (cores, nil) }
    if let count = Int(text), count >= 1, count <= limit { return (count, nil) }
    return (
      cores,
      "CONVBOOK_THREADS is a whole number from 1 to \(limit), and not \"\(text)\": "
        + "taking \(cores == 1 ? "1 thread" : "\(cores) threads"), one for each core"
    )
  }

  #if os(Linux)
    private static func usableProcessors() -> [Int] {
      var bits = [UInt8](repeating: 0, count: 1024)
      let bytes = Int(kernels_usable_processors(&bits, Int32(bits.count)))
      guard bytes > 0 else { return Array(0..<max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)) }
      return (0..<8 * bytes).filter { bits[$0 / 8] & (1 << ($0 % 8)) != 0 }
    }

    /// What a container's control group allows, in cores, rounded up.
    private static func quota() -> Int? {
      let folder = "/sys/fs/cgroup/"
      let now = text(folder + "cpu.max")?.split(separator: " ").map(String.init)
      let earlier = [text(folder + "cpu/cpu.cfs_quota_us"), text(folder + "cpu/cpu.cfs_period_us")].compactMap { $0 }
      let words = now ?? earlier
      guard words.count == 2, let time = Int(words[0]), let period = Int(words[1]), time > 0, period > 0 else {
        return nil
      }
      return (time + period - 1) / period
    }

    /// The first line of a short file.
    private static func text(_ path: String) -> String? {
      guard let file = fopen(path, "r") else { return nil }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      guard fgets(&line, Int32(line.count), file) != nil else { return nil }
      return String(decoding: line.prefix { $0 != 0 && $0 != 10 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  #endif
}

/// A variable of the process's environment.
func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
