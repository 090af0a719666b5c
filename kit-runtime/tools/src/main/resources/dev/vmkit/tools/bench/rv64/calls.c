// Calls: recursion, and functions that are known only by a pointer.

#include "kernel.h"

const char kernel_name[] = "calls";

// ---- recursion

static __attribute__((noinline)) uint64_t fibonacci(uint64_t n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static __attribute__((noinline)) int tak(int x, int y, int z) {
  return y >= x ? z : tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

static __attribute__((noinline)) uint64_t hanoi(int disks, uint64_t from, uint64_t to) {
  if (disks == 0) return 0;
  uint64_t other = 6 - from - to;
  uint64_t moves = hanoi(disks - 1, from, other);
  return moves * 3 + from * to + hanoi(disks - 1, other, to);
}

// ---- a heap sort that knows its order only by a function

enum { NUMBERS = 2048 };
static uint32_t numbers[NUMBERS];

typedef int order(uint32_t, uint32_t);

static int ascending(uint32_t a, uint32_t b) { return a < b; }
static int descending(uint32_t a, uint32_t b) { return a > b; }
static int by_last_bits(uint32_t a, uint32_t b) { return (a & 0xFFFF) < (b & 0xFFFF); }

static void sift(uint32_t *heap, uint32_t top, uint32_t size, order *before) {
  for (uint32_t child; (child = 2 * top + 1) < size; top = child) {
    if (child + 1 < size && before(heap[child], heap[child + 1])) child++;
    if (!before(heap[top], heap[child])) return;
    uint32_t t = heap[top];
    heap[top] = heap[child];
    heap[child] = t;
  }
}

static uint64_t sorted(order *before) {
  for (uint32_t i = NUMBERS / 2; i-- > 0;) sift(numbers, i, NUMBERS, before);
  for (uint32_t size = NUMBERS; size-- > 1;) {
    uint32_t t = numbers[0];
    numbers[0] = numbers[size];
    numbers[size] = t;
    sift(numbers, 0, size, before);
  }
  return numbers[NUMBERS / 3];
}

// ---- a tree of expressions, each of which knows how to evaluate itself

struct expression {
  uint64_t (*value)(const struct expression *);
  const struct expression *left, *right;
  uint64_t constant;
};

static uint64_t value_of(const struct expression *e) { return e->value(e); }
static uint64_t constant(const struct expression *e) { return e->constant; }
static uint64_t sum(const struct expression *e) { return value_of(e->left) + value_of(e->right); }
static uint64_t difference(const struct expression *e) { return value_of(e->left) - value_of(e->right); }
static uint64_t product(const struct expression *e) { return value_of(e->left) * value_of(e->right); }
static uint64_t exclusive_or(const struct expression *e) { return value_of(e->left) ^ value_of(e->right); }

enum { LEAVES = 4096 };
static struct expression expressions[2 * LEAVES]; // as in a heap: those of i are 2i and 2i + 1

// ---- all of them

void prepare(void) {
  static uint64_t (*const operations[])(const struct expression *) = {sum, difference, product, exclusive_or};
  for (int i = 1; i < LEAVES; i++)
    expressions[i] = (struct expression){operations[random32() >> 30], &expressions[2 * i], &expressions[2 * i + 1], 0};
  for (int i = LEAVES; i < 2 * LEAVES; i++) expressions[i] = (struct expression){constant, NULL, NULL, random32()};
  for (int i = 0; i < NUMBERS; i++) numbers[i] = random32();
}

uint64_t work(uint64_t round) {
  static order *const orders[] = {ascending, descending, by_last_bits};
  expressions[LEAVES + round % LEAVES].constant ^= round;
  uint64_t result = fibonacci(19);
  result = add_to(result, (uint64_t)tak(12, 8, 4));
  result = add_to(result, hanoi(12, 1, 3));
  for (int i = 0; i < 4; i++) result = add_to(result, value_of(&expressions[1]));
  return add_to(result, sorted(orders[round % 3]));
}
