enum E: Error { case e }
func g() throws -> Int { 1 }
func f() -> Int {
  var r: Int
  do { r = try g() } catch { print(error) }
  return r
}
print(f())
