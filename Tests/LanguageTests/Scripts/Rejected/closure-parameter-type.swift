print([1, 2].map { (x: String) in x })
