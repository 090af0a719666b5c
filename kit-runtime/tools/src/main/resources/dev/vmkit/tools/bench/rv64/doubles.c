// Doubles: the orbits of the sun and four planets, and a product of matrices.

#include "kernel.h"

const char kernel_name[] = "doubles";

static double root(double x) {
  double r;
  __asm__("fsqrt.d %0, %1" : "=f"(r) : "f"(x));
  return r;
}

static uint64_t bits(double x) {
  union {
    double number;
    uint64_t bits;
  } both = {x};
  return both.bits;
}

// ---- orbits: lengths in astronomical units, times in years, masses so that the sun's pull is 4 pi^2

enum { BODIES = 5, STEPS = 1000 };

struct body {
  double at[3], speed[3], mass;
};

static struct body bodies[BODIES];

/** A planet on a circle around the sun, at an angle given by its sine and cosine, tilted a little. */
static struct body planet(double radius, double sine, double cosine, double tilt, double mass) {
  const double pull = 39.47841760435743;
  double speed = root(pull / radius);
  return (struct body){{radius * cosine, radius * sine, radius * tilt}, {-speed * sine, speed * cosine, 0}, pull * mass};
}

static void pull(struct body *a, struct body *b, double time) {
  double d[3], square = 0;
  for (int i = 0; i < 3; i++) {
    d[i] = a->at[i] - b->at[i];
    square += d[i] * d[i];
  }
  double strength = time / (square * root(square));
  for (int i = 0; i < 3; i++) {
    a->speed[i] -= d[i] * b->mass * strength;
    b->speed[i] += d[i] * a->mass * strength;
  }
}

static void step(double time) {
  for (int i = 0; i < BODIES; i++)
    for (int j = i + 1; j < BODIES; j++) pull(&bodies[i], &bodies[j], time);
  for (int i = 0; i < BODIES; i++)
    for (int axis = 0; axis < 3; axis++) bodies[i].at[axis] += time * bodies[i].speed[axis];
}

static uint64_t orbits(void) {
  uint64_t sum = 0;
  for (int i = 0; i < STEPS; i++) step(0.001);
  for (int i = 0; i < BODIES; i++)
    for (int axis = 0; axis < 3; axis++) sum = add_to(sum, bits(bodies[i].at[axis]));
  return sum;
}

// ---- a product of matrices

enum { SIDE = 64 };
static double a[SIDE][SIDE], b[SIDE][SIDE], product[SIDE][SIDE];

static uint64_t multiplied(double seed) {
  double trace = 0;
  a[0][0] = seed;
  for (int i = 0; i < SIDE; i++) {
    for (int j = 0; j < SIDE; j++) {
      double sum = 0;
      for (int k = 0; k < SIDE; k++) sum += a[i][k] * b[k][j];
      product[i][j] = sum;
    }
    trace += product[i][i];
  }
  return bits(trace);
}

// ---- both

void prepare(void) {
  bodies[0] = (struct body){.mass = 39.47841760435743};
  bodies[1] = planet(5.2, 0.6, 0.8, 0.02, 9.5e-4);
  bodies[2] = planet(9.5, -0.8, 0.6, -0.03, 2.9e-4);
  bodies[3] = planet(19.2, 0.28, -0.96, 0.01, 4.4e-5);
  bodies[4] = planet(30.1, -0.96, -0.28, 0.04, 5.2e-5);
  for (int i = 0; i < SIDE; i++) {
    for (int j = 0; j < SIDE; j++) {
      a[i][j] = random32() / 4294967296.0 - 0.5;
      b[i][j] = random32() / 4294967296.0 - 0.5;
    }
  }
}

uint64_t work(uint64_t round) { return add_to(orbits(), multiplied((double)round)); }
