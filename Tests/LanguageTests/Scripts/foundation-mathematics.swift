import Foundation

print(sqrt(2.0), pow(2.0, 10.0), exp(1.0), log(2.0), sin(0.5), cos(0.5), tanh(0.5))
print(floor(2.7), ceil(2.1), fabs(-1.5), round(2.5), atan2(1.0, 2.0))
print(pow(2.0, 0.5), sqrt(16), exp(0.0), log10(1000.0), log2(8.0))
