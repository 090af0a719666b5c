// Pointer chasing: a list that lies shuffled in 4 MiB of memory is walked and turned around, and a tree is searched.

#include "kernel.h"

const char kernel_name[] = "list";

// ---- the list

enum { NODES = 1 << 17 };

struct node {
  struct node *next;
  uint64_t value;
  uint64_t padding[2];
};

static struct node nodes[NODES];
static uint32_t order[NODES];
static struct node *first;

static void shuffle(void) {
  for (uint32_t i = 0; i < NODES; i++) order[i] = i;
  for (uint32_t i = NODES - 1; i > 0; i--) {
    uint32_t j = random32() % (i + 1);
    uint32_t t = order[i];
    order[i] = order[j];
    order[j] = t;
  }
  for (uint32_t i = 0; i < NODES; i++) {
    nodes[order[i]].value = random32();
    nodes[order[i]].next = i + 1 < NODES ? &nodes[order[i + 1]] : NULL;
  }
  first = &nodes[order[0]];
}

static uint64_t walk(void) {
  uint64_t sum = 0;
  for (struct node *n = first; n; n = n->next) sum = sum * 3 + n->value;
  return sum;
}

static void turn(void) {
  struct node *turned = NULL;
  while (first) {
    struct node *next = first->next;
    first->next = turned;
    turned = first;
    first = next;
  }
  first = turned;
}

// ---- the tree

enum { BRANCHES = 1 << 14, SEARCHES = 1 << 13 };

struct branch {
  struct branch *lower, *higher;
  uint32_t key, found;
};

static struct branch branches[BRANCHES];
static struct branch *root;

static struct branch **place(uint32_t key) {
  struct branch **at = &root;
  while (*at && (*at)->key != key) at = key < (*at)->key ? &(*at)->lower : &(*at)->higher;
  return at;
}

static uint64_t search(void) {
  uint64_t found = 0;
  for (int i = 0; i < SEARCHES; i++) {
    struct branch *b = *place(random32() >> 17);
    if (b) found += ++b->found;
  }
  return found;
}

// ---- both

void prepare(void) {
  shuffle();
  for (int i = 0; i < BRANCHES; i++) {
    branches[i].key = random32() >> 17;
    struct branch **at = place(branches[i].key);
    if (!*at) *at = &branches[i];
  }
}

uint64_t work(uint64_t round) {
  nodes[round % NODES].value ^= round;
  uint64_t sum = walk();
  turn();
  return add_to(sum, search());
}
