// A program that keeps generating code: functions of which most are called once, and some long enough to be worth
// translating, over and over in the same 4 MiB.

#include "kernel.h"

const char kernel_name[] = "generate";

enum { WORDS = 1 << 20, FUNCTIONS = 256, OPERATIONS = 8, HOT = 64, TIMES = 4, HOT_TIMES = 20000 };

static uint32_t code[WORDS] __attribute__((aligned(4096)));
static uint32_t used;

typedef uint64_t function(uint64_t value, int64_t times);

static void emit(uint32_t instruction) { code[used++] = instruction; }

// Volume I, "RV32I Base Instruction Set": the formats R, I and B.
static uint32_t r_type(uint32_t f7, uint32_t f3, uint32_t rd, uint32_t rs1, uint32_t rs2) {
  return f7 << 25 | rs2 << 20 | rs1 << 15 | f3 << 12 | rd << 7 | 0x33;
}

static uint32_t i_type(uint32_t immediate, uint32_t f3, uint32_t rd, uint32_t rs1) {
  return immediate << 20 | rs1 << 15 | f3 << 12 | rd << 7 | 0x13;
}

static uint32_t branch_back_unless_zero(uint32_t rs1, uint32_t bytes) {
  uint32_t to = -bytes;
  return (to >> 12 & 1) << 31 | (to >> 5 & 63) << 25 | rs1 << 15 | 1 << 12 | (to >> 1 & 15) << 8 | (to >> 11 & 1) << 7 |
         0x63;
}

/** A loop over operations on a0, a2 and a3, chosen at random; a1 counts. */
static function *generated(void) {
  enum { A0 = 10, A1 = 11, A2 = 12, A3 = 13, RA = 1, ADDI = 0, XORI = 4, SLLI = 1, RET = RA << 15 | 0x67 };
  if (used + OPERATIONS + 4 > WORDS) used = 0;
  uint32_t *start = &code[used];
  emit(i_type(0, ADDI, A2, A0));
  for (int i = 0; i < OPERATIONS; i++) {
    uint32_t number = random32();
    uint32_t immediate = number >> 20;
    switch (number % 5) {
      case 0:
        emit(i_type(immediate, ADDI, A0, A0));
        break;
      case 1:
        emit(i_type(immediate, XORI, A2, A0));
        break;
      case 2:
        emit(i_type(immediate & 63, SLLI, A3, A2));
        break;
      case 3:
        emit(r_type(0, 0, A0, A0, A3)); // add
        break;
      default:
        emit(r_type(0, 4, A0, A0, A2)); // xor
        break;
    }
  }
  emit(i_type(-1u & 0xFFF, ADDI, A1, A1));
  emit(branch_back_unless_zero(A1, 4 * (OPERATIONS + 1)));
  emit(RET);
  return (function *)start;
}

void prepare(void) {}

uint64_t work(uint64_t round) {
  function *made[FUNCTIONS];
  uint64_t sum = round;
  for (int i = 0; i < FUNCTIONS; i++) made[i] = generated();
  __asm__ volatile("fence.i" ::: "memory");
  for (int i = 0; i < FUNCTIONS; i++) sum = add_to(sum, made[i](sum, i % HOT == 0 ? HOT_TIMES : TIMES));
  return sum;
}
