protocol Ring {
  static func * (a: Self, b: Self) -> Self
}
extension String: Ring {}
