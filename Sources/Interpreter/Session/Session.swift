/// The language's state: what earlier cells declared. Runs one cell after another.
package final class Session {
  package var limits: Limits
  /// Receives printed text as it is printed; `Outcome.output` has it too.
  package var onOutput: ((String) -> Void)?
  /// Raised from any thread or a signal handler: the running cell stops with `.interrupted`.
  package let interrupt = InterruptFlag()

  package init(library: NativeLibrary, limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Runs one cell. On a diagnostic the variables are as they were before.
  package func run(_ source: SourceText) -> Outcome {
    Outcome()
  }

  /// A second, independent session with the same variables, functions and types.
  package func fork() -> Session {
    Session(library: NativeLibrary(), limits: limits)
  }

  package func completeness(of text: String) -> Completeness { .complete }

  /// Names, members (by static type), labels and keywords that fit at the UTF-8 offset.
  package func completions(in text: String, at offset: Int) -> [Completion] { [] }

  package func type(of expression: String) -> Result<String, Diagnostic> {
    .failure(Diagnostic(.type, "nothing to type", at: nil))
  }

  /// Declared by cells or defined by the host, in order.
  package var variables: [Variable] { [] }
  /// Declared by cells, in order.
  package var functions: [FunctionInfo] { [] }

  package func value(of name: String) -> Value? { nil }

  /// Binds a constant from the host.
  package func define(_ name: String, as typeName: String, _ value: Value) {}

  /// Signatures and doc comments of natives and of the cells' functions: `conv2d`, `Tensor`, `Tensor.reshaped`.
  package func documentation(for name: String) -> [(signature: String, documentation: String)] { [] }

  package func call(_ function: FunctionValue, _ arguments: [Value]) throws -> Value { .void }
}

/// Runs `body` on a thread with a stack of 512 MB, and waits for it.
package func runOnLargeStack<Result>(_ body: @escaping () -> Result) -> Result {
  body()
}
