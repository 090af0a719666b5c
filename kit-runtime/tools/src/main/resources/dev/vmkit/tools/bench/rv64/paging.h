// Page tables for Sv39 (The RISC-V Instruction Set Manual, Volume II, "Sv39").

#pragma once
#include "kernel.h"

enum { PAGE = 4096, ENTRIES = 512, TABLES = 32 };

enum rights {
  VALID = 1,
  READ = 2,
  WRITE = 4,
  EXECUTE = 8,
  USER = 16,
  GLOBAL = 32,
  ACCESSED = 64,
  DIRTY = 128
};

/** An entry that leads to a page, or with VALID alone to a table. */
uint64_t entry(uint64_t address, uint64_t rights);

/** The first 64 MiB of RAM and the devices, each at its own address, for supervisors; what satp is to be. */
uint64_t map_memory(void);

/** The entry of a page of RAM. */
uint64_t *entry_of(uint64_t address);

/** Has a table of 512 pages of 4 KiB begin at 0x40000000. */
void add_table(const uint64_t *table);
