// A small operating system whose one program in user mode does little else than call it: system calls, copies out of the
// program's memory, and pages that come when they are touched and go when they are given back.

#include "paging.h"
#include "syscalls.h"

const char kernel_name[] = "syscalls";

struct frame {
  uint64_t pc, x[32], supervisor_sp;
};

// ---- in switch.S

/** Runs the program until on_trap() says that it has ended. */
void run_user(struct frame *frame);
void user_trap(void);

// ---- in user.c, at the places that link.ld gives it

extern char user_start[], user_stack_top[], user_end[];
void user_main(uint64_t round);

// ---- the heap: pages that come when they are touched

static uint64_t heap[ENTRIES] __attribute__((aligned(PAGE)));
static uint8_t pool[HEAP_PAGES][PAGE] __attribute__((aligned(PAGE)));
static uint64_t faults;

static void give_page(uint64_t address) {
  uint64_t page = (address - HEAP) / PAGE;
  if (address < HEAP || page >= HEAP_PAGES) fail("page fault at", address);
  uint64_t *words = (uint64_t *)pool[page];
  for (int i = 0; i < PAGE / 8; i += 8) words[i] = 0; // a word of each line
  heap[page] = entry((uint64_t)pool[page], VALID | READ | WRITE | USER | ACCESSED | DIRTY);
  __asm__ volatile("sfence.vma %0" ::"r"(address) : "memory");
  faults++;
}

static void take_pages(void) {
  for (int page = 0; page < HEAP_PAGES; page++) heap[page] = 0;
  __asm__ volatile("sfence.vma" ::: "memory");
}

// ---- the log

static uint8_t log[1 << 12];
static uint64_t logged;

static uint64_t write_log(const uint8_t *text, uint64_t length) {
  const uint64_t sum = 1 << 18; // sstatus.SUM: supervisors may read what is the user's
  if (length > LONGEST_TEXT) return (uint64_t)-1;
  __asm__ volatile("csrs sstatus, %0" ::"r"(sum) : "memory");
  for (uint64_t i = 0; i < length; i++) log[logged++ % sizeof log] = text[i];
  __asm__ volatile("csrc sstatus, %0" ::"r"(sum) : "memory");
  return length;
}

// ---- traps

static uint64_t calls, result;

static uint64_t call(uint64_t number, uint64_t first, uint64_t second) {
  calls++;
  switch (number) {
    case COUNT:
      return calls;
    case WRITE_LOG:
      return write_log((const uint8_t *)first, second);
    case GIVE_BACK:
      take_pages();
      return 0;
    default:
      return (uint64_t)-1;
  }
}

/** Serves a trap of the program; false if the program has ended. */
int on_trap(struct frame *frame, uint64_t cause, uint64_t address) {
  enum { ECALL = 8, LOAD_FAULT = 13, STORE_FAULT = 15, A0 = 10, A1 = 11, A7 = 17 };
  if (cause == LOAD_FAULT || cause == STORE_FAULT) {
    give_page(address);
    return 1;
  }
  if (cause != ECALL) fail("trap of the program", cause);
  frame->pc += 4;
  if (frame->x[A7] == END) {
    result = frame->x[A0];
    return 0;
  }
  frame->x[A0] = call(frame->x[A7], frame->x[A0], frame->x[A1]);
  return 1;
}

// ---- the rounds

void prepare(void) {
  const uint64_t previous = 1 << 8; // sstatus.SPP: user mode is where sret goes
  for (char *page = user_start; page < user_end; page += PAGE) {
    uint64_t *leaf = entry_of((uint64_t)page);
    *leaf = (*leaf | USER) & ~(uint64_t)GLOBAL;
  }
  add_table(heap);
  __asm__ volatile("sfence.vma" ::: "memory");
  __asm__ volatile("csrw stvec, %0" ::"r"(user_trap));
  __asm__ volatile("csrc sstatus, %0" ::"r"(previous));
}

uint64_t work(uint64_t round) {
  static struct frame frame;
  enum { SP = 2, A0 = 10 };
  frame.pc = (uint64_t)user_main;
  frame.x[SP] = (uint64_t)user_stack_top;
  frame.x[A0] = round;
  run_user(&frame);
  return add_to(add_to(result, calls), add_to(faults, log[round % sizeof log]));
}
