print(" a ".trimmingCharacters(in: .whitespaces))
