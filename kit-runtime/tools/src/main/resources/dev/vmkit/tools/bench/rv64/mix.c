// Integer work of every kind: a sieve, a sort, a CRC, a product of matrices, and a state machine.

#include "kernel.h"

const char kernel_name[] = "mix";

// ---- the sieve of Eratosthenes

enum { SIEVE = 1 << 16 };
static uint8_t composite[SIEVE];

static uint64_t sieve(void) {
  uint64_t primes = 0;
  for (int n = 0; n < SIEVE; n++) composite[n] = 0;
  for (int n = 2; n < SIEVE; n++) {
    if (composite[n]) continue;
    primes++;
    for (int multiple = 2 * n; multiple < SIEVE; multiple += n) composite[multiple] = 1;
  }
  return primes;
}

// ---- quicksort

enum { NUMBERS = 8192 };
static uint32_t numbers[NUMBERS];

static void sort(uint32_t *low, uint32_t *high) {
  while (low < high) {
    uint32_t pivot = low[(high - low) / 2];
    uint32_t *left = low, *right = high;
    while (left <= right) {
      while (*left < pivot) left++;
      while (*right > pivot) right--;
      if (left <= right) {
        uint32_t t = *left;
        *left++ = *right;
        *right-- = t;
      }
    }
    sort(low, right);
    low = left;
  }
}

static uint64_t sorted(void) {
  uint64_t sum = 0;
  for (int i = 0; i < NUMBERS; i++) numbers[i] = random32();
  sort(numbers, numbers + NUMBERS - 1);
  for (int i = 0; i < NUMBERS; i++) sum = sum * 31 + numbers[i];
  return sum;
}

// ---- CRC-32 by a table

enum { MESSAGE = 1 << 16 };
static uint8_t message[MESSAGE];
static uint32_t crc_table[256];

static uint64_t crc(void) {
  uint32_t crc = ~0u;
  for (int i = 0; i < MESSAGE; i++) crc = crc >> 8 ^ crc_table[(crc ^ message[i]) & 255];
  return ~crc;
}

// ---- a product of matrices

enum { SIDE = 48 };
static int32_t a[SIDE][SIDE], b[SIDE][SIDE], product[SIDE][SIDE];

static uint64_t multiplied(int32_t seed) {
  uint64_t trace = 0;
  a[0][0] = seed;
  for (int i = 0; i < SIDE; i++) {
    for (int j = 0; j < SIDE; j++) {
      int32_t sum = 0;
      for (int k = 0; k < SIDE; k++) sum += a[i][k] * b[k][j];
      product[i][j] = sum;
    }
    trace += (uint32_t)product[i][i];
  }
  return trace;
}

// ---- a state machine that counts words, numbers, strings and comments

enum { TEXT = 1 << 15 };
static char text[TEXT];
enum state { BLANK, WORD, NUMBER, STRING, ESCAPE, COMMENT, STATES };

static enum state next(enum state state, char c) {
  switch (state) {
    case STRING:
      return c == '\\' ? ESCAPE : c == '"' ? BLANK : STRING;
    case ESCAPE:
      return STRING;
    case COMMENT:
      return c == '\n' ? BLANK : COMMENT;
    case WORD:
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return WORD;
      break;
    case NUMBER:
      if (c >= '0' && c <= '9') return NUMBER;
      break;
    default:
      break;
  }
  if (c >= 'a' && c <= 'z') return WORD;
  if (c >= '0' && c <= '9') return NUMBER;
  return c == '"' ? STRING : c == '#' ? COMMENT : BLANK;
}

static uint64_t scanned(void) {
  uint64_t counts[STATES] = {0};
  enum state state = BLANK;
  for (int i = 0; i < TEXT; i++) {
    state = next(state, text[i]);
    counts[state]++;
  }
  uint64_t sum = 0;
  for (int i = 0; i < STATES; i++) sum = sum * 65599 + counts[i];
  return sum;
}

// ---- all of them

void prepare(void) {
  static const char alphabet[64] = "abcdefghijklmnopqrstuvwxyz0123456789        \"\"\\##\n\n\nabcd012+-*/";
  for (int i = 0; i < TEXT; i++) text[i] = alphabet[random32() >> 26];
  for (int i = 0; i < MESSAGE; i++) message[i] = (uint8_t)random32();
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int bit = 0; bit < 8; bit++) c = c >> 1 ^ (c & 1 ? 0xEDB88320u : 0);
    crc_table[i] = c;
  }
  for (int i = 0; i < SIDE; i++) {
    for (int j = 0; j < SIDE; j++) {
      a[i][j] = (int32_t)random32() >> 20;
      b[i][j] = (int32_t)random32() >> 20;
    }
  }
}

uint64_t work(uint64_t round) {
  message[round % MESSAGE] ^= (uint8_t)round;
  uint64_t sum = sieve();
  sum = add_to(sum, sorted());
  sum = add_to(sum, crc());
  sum = add_to(sum, multiplied((int32_t)round));
  return add_to(sum, scanned());
}
