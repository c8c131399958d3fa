enum Light { case red, green }
func text(_ l: Light) -> String {
  switch l {
  case .red: return "stop"
  case .green: print("go")
  }
}
print(text(.red))
