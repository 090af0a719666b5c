// What a real compiler makes of C, on a machine made of YAML: talk through a UART, sort, and compute SHA-256.

#include <stddef.h>
#include <stdint.h>

// ---- the UART: an NS16550A at 0x10000000

static volatile uint8_t *const uart = (volatile uint8_t *)0x10000000;

enum { THR = 0, LSR = 5, LSR_THR_EMPTY = 0x20 };

static void put(char c) {
  while (!(uart[LSR] & LSR_THR_EMPTY)) {
  }
  uart[THR] = (uint8_t)c;
}

static void print(const char *text) {
  while (*text) put(*text++);
}

static void print_number(uint64_t n) {
  char digits[20];
  int count = 0;
  do {
    digits[count++] = (char)('0' + n % 10);
    n /= 10;
  } while (n);
  while (count) put(digits[--count]);
}

static void print_hex(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    put("0123456789abcdef"[bytes[i] >> 4]);
    put("0123456789abcdef"[bytes[i] & 15]);
  }
}

// ---- numbers that look random and are the same every time

static uint32_t seed = 2463534242u;

static uint32_t random32(void) {
  seed ^= seed << 13;
  seed ^= seed >> 17;
  seed ^= seed << 5;
  return seed;
}

// ---- quicksort

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

// ---- SHA-256 (FIPS 180-4)

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int n) { return (x >> n) | (x << (32 - n)); }

static void compress(uint32_t state[8], const uint8_t block[64]) {
  uint32_t w[64];
  for (int i = 0; i < 16; i++)
    w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 |
           block[4 * i + 3];
  for (int i = 16; i < 64; i++) {
    uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3);
    uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  for (int i = 0; i < 64; i++) {
    uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
    uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
  state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

static void sha256(const uint8_t *data, size_t size, uint8_t digest[32]) {
  uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  size_t done = 0;
  for (; size - done >= 64; done += 64) compress(state, data + done);
  uint8_t last[128] = {0};
  size_t rest = size - done, padded = rest < 56 ? 64 : 128;
  for (size_t i = 0; i < rest; i++) last[i] = data[done + i];
  last[rest] = 0x80;
  for (int i = 0; i < 8; i++) last[padded - 1 - i] = (uint8_t)((uint64_t)size * 8 >> (8 * i));
  for (size_t i = 0; i < padded; i += 64) compress(state, last + i);
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

// The compiler may turn loops into calls of these.
void *memset(void *to, int value, size_t count) {
  for (volatile uint8_t *p = to; count; count--) *p++ = (uint8_t)value;
  return to;
}

void *memcpy(void *to, const void *from, size_t count) {
  const uint8_t *q = from;
  for (volatile uint8_t *p = to; count; count--) *p++ = *q++;
  return to;
}

// ---- the program

enum { NUMBERS = 10000, BLOCK = 65536 };

static uint32_t numbers[NUMBERS];
static uint8_t block[BLOCK];

int main(void) {
  print("Hello from C on a machine made of YAML.\n");

  for (int i = 0; i < NUMBERS; i++) numbers[i] = random32();
  sort(numbers, numbers + NUMBERS - 1);
  int disorder = 0;
  for (int i = 1; i < NUMBERS; i++) disorder += numbers[i - 1] > numbers[i];
  print("sorted ");
  print_number(NUMBERS);
  print(" numbers, ");
  print_number((uint64_t)disorder);
  print(" out of order; smallest ");
  print_number(numbers[0]);
  print(", largest ");
  print_number(numbers[NUMBERS - 1]);
  print("\n");

  for (int i = 0; i < BLOCK; i++) block[i] = (uint8_t)i;
  uint8_t digest[32];
  sha256(block, BLOCK, digest);
  print("sha256 ");
  print_hex(digest, 32);
  print("\n");
  return disorder != 0;
}
