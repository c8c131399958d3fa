for i in stride(from: UInt8(0), to: 10, by: 2.5) { print(i) }
