#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Large zeroed memory that the system hands out page by page as it is touched.
enum Reservation {
  static func zeroed<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
    guard let memory = calloc(count, MemoryLayout<Element>.stride) else { fatalError("out of memory") }
    return memory.bindMemory(to: Element.self, capacity: count)
  }
  static func free<Element>(_ pointer: UnsafeMutablePointer<Element>) {
    #if canImport(Glibc)
      Glibc.free(pointer)
    #else
      Darwin.free(pointer)
    #endif
  }
}
