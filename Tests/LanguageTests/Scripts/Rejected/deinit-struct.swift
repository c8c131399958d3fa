struct Value {
  deinit { print("gone") }
}
print(Value())
