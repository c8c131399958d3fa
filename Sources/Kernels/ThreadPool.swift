/// The threads that large operators share.
package enum ThreadPool {
  /// Calls `body` once for every chunk of `0..<chunks`, in any order and on several threads, and returns when all are
  /// done. What a chunk is must not depend on the number of threads: then results do not either.
  package static func run(chunks: Int, _ body: (_ chunk: Int) -> Void) {
    for chunk in 0..<chunks { body(chunk) }
  }
}
