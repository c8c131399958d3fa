print(String(format: "%.2f", 1.5))
