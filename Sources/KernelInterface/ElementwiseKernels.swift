/// Loops over elements, one like the other.
package struct ElementwiseKernels: Sendable {
  /// `y[i] = a[i] + b[i]`.
  package let add:
    @Sendable (
      _ y: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int
    ) -> Void

  package init(
    add:
      @escaping @Sendable (UnsafeMutablePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>, Int) -> Void
  ) {
    self.add = add
  }
}
