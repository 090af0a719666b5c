// Code that runs once a round: what it costs to meet new code.

#include "kernel.h"

const char kernel_name[] = "cold";

/** In blocks.S: 10,000 blocks. */
uint64_t cold_blocks(uint64_t a, uint64_t b, uint64_t *memory);

static uint64_t memory[128];

void prepare(void) {}

uint64_t work(uint64_t round) { return cold_blocks(round, random32(), memory); }
