func twice(_ body: () -> Void) {
  body()
  body()
}
twice()
