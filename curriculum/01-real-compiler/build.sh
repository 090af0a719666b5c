#!/bin/sh
# Builds program.elf with Debian's gcc-riscv64-unknown-elf. Another optimisation level: ./build.sh -O3 other.elf
set -eu
cd "$(dirname "$0")"
riscv64-unknown-elf-gcc -march=rv64imac_zicsr -mabi=lp64 -mcmodel=medany -ffreestanding -nostdlib -static -Wall -Wextra \
    "${1:--O2}" -s -Wl,--build-id=none -T link.ld start.S program.c -o "${2:-program.elf}"
