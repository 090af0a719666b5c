// The program that the operating system of syscalls.c runs in user mode; link.ld keeps it in pages of its own.

#include "syscalls.h"

enum { TURNS = 2000 };

static char text[64];

static uint64_t call(enum call number, uint64_t first, uint64_t second) {
  register uint64_t a0 __asm__("a0") = first;
  register uint64_t a1 __asm__("a1") = second;
  register uint64_t a7 __asm__("a7") = number;
  __asm__ volatile("ecall" : "+r"(a0) : "r"(a1), "r"(a7) : "memory");
  return a0;
}

_Noreturn void user_main(uint64_t round) {
  volatile uint64_t *const heap = (volatile uint64_t *)HEAP;
  uint64_t sum = round;
  for (int turn = 0; turn < TURNS; turn++) {
    for (int i = 0; i < 6; i++) sum += call(COUNT, 0, 0);
    text[turn % 64] = (char)sum;
    sum += call(WRITE_LOG, (uint64_t)text, 16 + sum % 48);
    if (turn % 32 == 0) {
      for (int page = 0; page < HEAP_PAGES; page++) sum += heap[page * 512]++ + heap[page * 512];
      sum += call(GIVE_BACK, 0, 0);
    }
  }
  for (;;) call(END, sum, 0);
}
