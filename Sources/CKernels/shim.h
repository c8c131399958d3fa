// What Swift has no word for: vector instructions lane by lane, the processor's level, and waiting politely.
// Everything is `static inline`, so that each level of the kernels gets a copy compiled for its own processor.

#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <time.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

/// Sixteen numbers: one register with AVX-512, two with AVX2, four with SSE.
typedef float vector16 __attribute__((ext_vector_type(16)));
typedef double double16 __attribute__((ext_vector_type(16)));
typedef int32_t mask16 __attribute__((ext_vector_type(16)));
typedef double wide16 __attribute__((ext_vector_type(16)));
typedef float unaligned16 __attribute__((ext_vector_type(16), aligned(4)));

static inline vector16 vector16_load(const float *from) { return *(const unaligned16 *)from; }
static inline void vector16_store(float *to, vector16 v) { *(unaligned16 *)to = v; }
/// The first `count` lanes from memory, at most 16; `other` in the others.
static inline vector16 vector16_load_first_or(const float *from, long count, float other) {
  vector16 v = (vector16)(other);
#if defined(__AVX512F__)
  typedef float register16 __attribute__((vector_size(64)));
  return __builtin_ia32_loadups512_mask((const register16 *)from, v, (uint16_t)((1u << count) - 1));
#else
  __builtin_memcpy(&v, from, (unsigned long)count * sizeof(float));
  return v;
#endif
}
/// The same with zeros in the others.
static inline vector16 vector16_load_first(const float *from, long count) {
  return vector16_load_first_or(from, count, 0.0f);
}
/// The first `count` lanes to memory, at most 16.
static inline void vector16_store_first(float *to, vector16 v, long count) {
#if defined(__AVX512F__)
  typedef float register16 __attribute__((vector_size(64)));
  __builtin_ia32_storeups512_mask((register16 *)to, v, (uint16_t)((1u << count) - 1));
#else
  __builtin_memcpy(to, &v, (unsigned long)count * sizeof(float));
#endif
}
/// The next `count` numbers of a loop over vectors, where only the last ones can be fewer than 16.
static inline vector16 vector16_load_next(const float *from, long count) {
  return count == 16 ? vector16_load(from) : vector16_load_first(from, count);
}
static inline void vector16_store_next(float *to, vector16 v, long count) {
  if (count == 16) vector16_store(to, v); else vector16_store_first(to, v, count);
}
/// To memory past the caches, at a multiple of 64 bytes. Before another thread reads it, `kernels_streams_done`.
static inline void vector16_stream(float *to, vector16 v) { __builtin_nontemporal_store(v, (vector16 *)to); }
static inline void kernels_streams_done(void) {
#if defined(__x86_64__)
  __builtin_ia32_sfence();
#endif
}
static inline vector16 vector16_zero(void) { return (vector16)(0.0f); }
static inline vector16 vector16_all(float number) { return (vector16)(number); }
/// `a · b + c`: one rounding where the processor has FMA, else two.
static inline vector16 vector16_fma(vector16 a, vector16 b, vector16 c) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA) || defined(__aarch64__)
  return __builtin_elementwise_fma(a, b, c);
#else
  return a * b + c;
#endif
}
/// The larger of the two; `b` where one of them is nan.
static inline vector16 vector16_max(vector16 a, vector16 b) { return a > b ? a : b; }
/// The smaller of the two; `b` where one of them is nan.
static inline vector16 vector16_min(vector16 a, vector16 b) { return a < b ? a : b; }
static inline vector16 vector16_sqrt(vector16 a) { return __builtin_elementwise_sqrt(a); }
static inline vector16 vector16_abs(vector16 a) { return __builtin_elementwise_abs(a); }
static inline double16 vector16_widen(vector16 a) { return __builtin_convertvector(a, double16); }
static inline vector16 double16_narrow(double16 a) { return __builtin_convertvector(a, vector16); }
static inline double16 double16_all(double number) { return (double16)(number); }
/// `a` where `condition` is not 0, else `b`.
static inline vector16 vector16_select(mask16 condition, vector16 a, vector16 b) { return condition ? a : b; }
static inline mask16 vector16_greater(vector16 a, vector16 b) { return a > b; }
/// Not where one of them is nan.
static inline mask16 vector16_at_most(vector16 a, vector16 b) { return a <= b; }
static inline mask16 vector16_is_nan(vector16 a) { return a != a; }
/// Whether any lane is not 0.
static inline int mask16_any(mask16 condition) { return __builtin_reduce_or(condition) != 0; }
/// Where `a` is larger than `b`. Nan is larger than any number, and not larger than nan.
static inline mask16 vector16_exceeds(vector16 a, vector16 b) { return ~(a <= b) & (b == b); }
/// `a` where `condition` is not 0, else `b`.
static inline mask16 mask16_select(mask16 condition, mask16 a, mask16 b) { return condition ? a : b; }
static inline mask16 mask16_all(int32_t number) { return (mask16)(number); }
/// The lowest 8 bits of each lane.
static inline void mask16_store_bytes(uint8_t *to, mask16 v) {
  typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
  typedef uint8_t unaligned_bytes16 __attribute__((ext_vector_type(16), aligned(1)));
  *(unaligned_bytes16 *)to = __builtin_convertvector(v, bytes16);
}
/// Where 16 bytes in memory are `byte`.
static inline mask16 mask16_equal_bytes(const uint8_t *from, uint8_t byte) {
  typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
  typedef uint8_t unaligned_bytes16 __attribute__((ext_vector_type(16), aligned(1)));
  // Comparing bytes gives lanes of `char`, which has no sign on some processors.
  typedef int8_t signs16 __attribute__((ext_vector_type(16)));
  bytes16 found = *(const unaligned_bytes16 *)from;
  return __builtin_convertvector((signs16)(found == (bytes16)(byte)), mask16);
}
/// `a · 2ⁿ`, for whole n from −252 to 254.
static inline vector16 vector16_times_power(vector16 a, vector16 n) {
#if defined(__AVX512F__)
  return __builtin_ia32_scalefps512_mask(a, n, a, 0xffff, 4);
#else
  // In two steps, as 2ⁿ alone can be out of range where the result is not.
  mask16 whole = __builtin_convertvector(n, mask16), half = whole >> 1;
  return a * (vector16)((half + 127) << 23) * (vector16)((whole - half + 127) << 23);
#endif
}
/// `to[lane] += v[lane]`, in double precision.
static inline void wide16_accumulate(double *to, vector16 v) {
  typedef double unaligned_wide16 __attribute__((ext_vector_type(16), aligned(8)));
  *(unaligned_wide16 *)to += __builtin_convertvector(v, wide16);
}
static inline wide16 vector16_widened(vector16 a) { return __builtin_convertvector(a, wide16); }
static inline vector16 wide16_rounded(wide16 a) { return __builtin_convertvector(a, vector16); }
/// `a0 b0 a1 b1 … a7 b7`
static inline vector16 vector16_interleave_low(vector16 a, vector16 b) {
  return __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}
/// `a8 b8 a9 b9 … a15 b15`
static inline vector16 vector16_interleave_high(vector16 a, vector16 b) {
  return __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}
/// The sum of all lanes, always in the same order.
static inline float vector16_sum(vector16 v) {
  typedef float vector8 __attribute__((ext_vector_type(8)));
  typedef float vector4 __attribute__((ext_vector_type(4)));
  vector8 a = v.lo + v.hi;
  vector4 b = a.lo + a.hi;
  return (b.x + b.z) + (b.y + b.w);
}

/// The largest of all lanes; some lane where one of them is nan.
static inline float vector16_largest(vector16 v) {
  typedef float vector8 __attribute__((ext_vector_type(8)));
  typedef float vector4 __attribute__((ext_vector_type(4)));
  vector8 a = v.lo > v.hi ? v.lo : v.hi;
  vector4 b = a.lo > a.hi ? a.lo : a.hi;
  float c = b.x > b.z ? b.x : b.z, d = b.y > b.w ? b.y : b.w;
  return c > d ? c : d;
}
static inline double kernels_log(double x) { return __builtin_log(x); }
/// The sum of all lanes, always in the same order.
static inline double wide16_sum(wide16 v) {
  typedef double wide8 __attribute__((ext_vector_type(8)));
  typedef double wide4 __attribute__((ext_vector_type(4)));
  wide8 a = v.lo + v.hi;
  wide4 b = a.lo + a.hi;
  return (b.x + b.z) + (b.y + b.w);
}

/// Eight numbers in double precision.
typedef double double8 __attribute__((ext_vector_type(8)));
static inline double8 double8_zero(void) { return (double8)(0.0); }
static inline double8 double8_load(const double *from) {
  typedef double unaligned8 __attribute__((ext_vector_type(8), aligned(8)));
  return *(const unaligned8 *)from;
}
/// Two neighbours, four times.
static inline double8 double8_pair(const double *from) {
  typedef double unaligned2 __attribute__((ext_vector_type(2), aligned(8)));
  unaligned2 pair = *(const unaligned2 *)from;
  return __builtin_shufflevector(pair, pair, 0, 1, 0, 1, 0, 1, 0, 1);
}
static inline double8 double8_two(double left, double right) {
  return (double8){left, right, left, right, left, right, left, right};
}
/// `a · b + c`: one rounding where the processor has FMA, else two.
static inline double8 double8_fma(double8 a, double8 b, double8 c) {
#if defined(__FMA__) || defined(__ARM_FEATURE_FMA) || defined(__aarch64__)
  return __builtin_elementwise_fma(a, b, c);
#else
  return a * b + c;
#endif
}

/// 1 for any processor, 3 with AVX2 and FMA, 4 with AVX-512 as in x86-64-v4.
static inline int kernels_processor_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 4;
  if (__builtin_cpu_supports("x86-64-v3")) return 3;
#endif
  return 1;
}

/// Begins to bring a cache line nearer, to be read or to be written. The address may lie anywhere.
static inline void kernels_prefetch(const float *line) { __builtin_prefetch(line, 0, 3); }
static inline void kernels_prefetch_to_write(const float *line) { __builtin_prefetch(line, 1, 3); }

/// Tells the processor that a loop only waits.
static inline void kernels_pause(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Numbers too small for a normal `float` count as 0 on this thread from now on; gives what was set before. They take
/// a hundred times as long as others, and say nothing in a network.
static inline unsigned kernels_flush_denormals(void) {
#if defined(__x86_64__)
  unsigned before = __builtin_ia32_stmxcsr();
  __builtin_ia32_ldmxcsr(before | 0x8040);
  return before;
#else
  return 0;
#endif
}
static inline void kernels_restore_rounding(unsigned before) {
#if defined(__x86_64__)
  __builtin_ia32_ldmxcsr(before);
#endif
}

/// A clock that only goes forward.
static inline intptr_t kernels_nanoseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000 + time.tv_nsec;
}

struct kernels_thread {
  void (*body)(void *);
  void *argument;
};
static void *kernels_thread_start(void *thread) {
  struct kernels_thread start = *(struct kernels_thread *)thread;
  __builtin_free(thread);
  start.body(start.argument);
  return 0;
}
/// Starts a thread that lives as long as the process. Signals, Ctrl-C among them, are for other threads. Gives 0, or
/// what is wrong.
static inline int kernels_start_thread(void (*body)(void *), void *argument) {
  struct kernels_thread *start = (struct kernels_thread *)__builtin_malloc(sizeof *start);
  if (!start) return -1;
  start->body = body;
  start->argument = argument;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  int error = pthread_create(&thread, 0, kernels_thread_start, start);
  pthread_sigmask(SIG_SETMASK, &before, 0);
  if (error) __builtin_free(start);
  else pthread_detach(thread);
  return error;
}

/// A bit for every processor that this process may run on; how many bytes were written, or less than 1.
static inline int kernels_usable_processors(uint8_t *bits, int bytes) {
#if defined(__linux__)
  return (int)syscall(SYS_sched_getaffinity, 0, (size_t)bytes, bits);
#else
  return 0;
#endif
}
