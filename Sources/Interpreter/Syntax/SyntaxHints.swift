extension Lowering {
  /// What to write instead of an operator of another language.
  func operatorHint(_ name: String, _ placement: Placement) -> (message: String, notes: [String])? {
    nil
  }
}
