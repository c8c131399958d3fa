"""A fresh process that builds the lecture's network and takes training steps; `report` starts it and reads its lines.

    python3 first_step.py convbook|pytorch THREADS PRODUCTS

Prints a line after the first step, and after twenty how many kilobytes it ever had in memory at once.
"""

import os
import sys

STEPS = 20
SHAPE = [128, 1, 28, 28]
COUNT = 128 * 28 * 28


def convbook_step(threads, products):
    from array import array
    from comparison import convbook
    library = convbook.Library(products)
    library.set_threads(threads)
    network = library.network("mnist")
    x = array("f", range(-3, 4)) * (COUNT // 7)
    labels = array("f", (i % 10 for i in range(SHAPE[0])))
    network.add(convbook.CONSTANT, x.buffer_info()[0], SHAPE)
    network.add(convbook.CONSTANT, labels.buffer_info()[0], SHAPE[:1])
    return lambda: network.run(convbook.STEP)


def pytorch_step(threads, _):
    import torch
    from comparison.lecture_net import mnist_net, torch_step
    torch.set_num_threads(threads)
    x = (torch.arange(COUNT) % 7 - 3).float().view(SHAPE)
    step = torch_step(mnist_net(), x, torch.arange(SHAPE[0]) % 10, fused=True)
    return lambda: step(1)


def main():
    side, threads, products = sys.argv[1:]
    sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    step = {"convbook": convbook_step, "pytorch": pytorch_step}[side](int(threads), products)
    step()
    print("first step", flush=True)
    for _ in range(STEPS - 1):
        step()
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmHWM")))


if __name__ == "__main__":
    main()
