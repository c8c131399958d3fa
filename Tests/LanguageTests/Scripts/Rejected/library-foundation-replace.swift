print("a-b".replacingOccurrences(of: "-", with: "+"))
