for s: String in [1, 2] { print(s) }
