// Runs a kernel for as many rounds as the loader has put into memory, and prints the checksum of all its results.

#include "kernel.h"

// ---- the board: an NS16550A, and the finisher of QEMU's "virt" board

static volatile uint8_t *const uart = (volatile uint8_t *)0x10000000;
static volatile uint32_t *const finisher = (volatile uint32_t *)0x100000;

enum { THR = 0, LSR = 5, LSR_THR_EMPTY = 0x20, PASS = 0x5555, FAIL = 1 << 16 | 0x3333 };

static void print(const char *text) {
  for (; *text; text++) {
    while (!(uart[LSR] & LSR_THR_EMPTY)) {
    }
    uart[THR] = (uint8_t)*text;
  }
}

static void print_hex(uint64_t n) {
  char digits[17];
  for (int i = 15; i >= 0; i--, n >>= 4) digits[i] = "0123456789abcdef"[n & 15];
  digits[16] = 0;
  print(digits);
}

static _Noreturn void finish(uint32_t how) {
  for (;;) *finisher = how;
}

_Noreturn void fail(const char *why, uint64_t number) {
  print(why);
  print(" ");
  print_hex(number);
  print("\n");
  finish(FAIL);
}

// ---- the rounds

uint32_t random32(void) {
  static uint32_t seed = 2463534242u;
  seed ^= seed << 13;
  seed ^= seed >> 17;
  seed ^= seed << 5;
  return seed;
}

// QEMU fits the size of its TLB to what a program uses, but only when the TLB is flushed. Without these fences it would
// keep its first, small one, and every kernel with more data would look slower on QEMU than it has to.
enum { FENCED_ROUNDS = 16 };

_Noreturn void main(void) {
  uint64_t rounds = *(volatile uint64_t *)ROUNDS_AT;
  uint64_t sum = 0;
  prepare();
  for (uint64_t round = 0; round < rounds; round++) {
    if (round < FENCED_ROUNDS) __asm__ volatile("sfence.vma" ::: "memory");
    sum = add_to(sum, work(round));
  }
  print(kernel_name);
  print(" ");
  print_hex(sum);
  print("\n");
  finish(PASS);
}
