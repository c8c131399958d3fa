"""What `compare_pytorch.py` is made of: the two sides, the rows, measuring, and the roofline."""
