enum Bad: Error { case one }
func work() throws -> Int { throw Bad.one }
func value() -> Int {
  do { return try work() } catch { print(error) }
}
print(value())
