// Page tables for Sv39: RAM in pages of 4 KiB, as an operating system would map it, and the devices below in one of 1 GiB.

#include "paging.h"

static const uint64_t ram = 0x80000000, sv39 = 8ull << 60;

static uint64_t root[ENTRIES] __attribute__((aligned(PAGE)));
static uint64_t directory[ENTRIES] __attribute__((aligned(PAGE)));
static uint64_t more[ENTRIES] __attribute__((aligned(PAGE)));
static uint64_t tables[TABLES][ENTRIES] __attribute__((aligned(PAGE)));

uint64_t entry(uint64_t address, uint64_t rights) { return address >> 12 << 10 | rights; }

static uint64_t table(const uint64_t *table) { return entry((uint64_t)table, VALID); }

uint64_t map_memory(void) {
  const uint64_t data = VALID | READ | WRITE | ACCESSED | DIRTY | GLOBAL;
  root[0] = entry(0, data);
  root[1] = table(more);
  root[2] = table(directory);
  for (uint64_t t = 0; t < TABLES; t++) {
    directory[t] = table(tables[t]);
    for (uint64_t i = 0; i < ENTRIES; i++) tables[t][i] = entry(ram + (t * ENTRIES + i) * PAGE, data | EXECUTE);
  }
  return sv39 | (uint64_t)root >> 12;
}

uint64_t *entry_of(uint64_t address) { return &tables[0][0] + (address - ram) / PAGE; }

void add_table(const uint64_t *pages) { more[0] = table(pages); }
