// What every kernel offers, and what it may use. No C library: the whole program is in this folder.

#pragma once
#include <stddef.h>
#include <stdint.h>

// ---- offered by the kernel

extern const char kernel_name[];

/** Makes the data that the rounds work on. */
void prepare(void);

/** One round of work, a few million instructions; its result goes into the checksum. */
uint64_t work(uint64_t round);

// ---- offered by harness.c

/** Numbers that look random and are the same every time (xorshift). */
uint32_t random32(void);

/** Ends the machine with a sentence and an error. */
_Noreturn void fail(const char *why, uint64_t number);

/** The next checksum after a value was added to it. */
static inline uint64_t add_to(uint64_t sum, uint64_t value) { return (sum ^ value) * 0x9E3779B97F4A7C15u + (sum >> 29); }
