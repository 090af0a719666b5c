#!/bin/sh
# Builds all kernels with Debian's gcc-riscv64-unknown-elf, into another folder if one is named: ./build.sh [FOLDER]
set -eu
cd "$(dirname "$0")"
to=$(mkdir -p "${1:-.}" && cd "${1:-.}" && pwd)
objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT

# A test compares this with what stands in each program.
sources=$(LC_ALL=C && export LC_ALL && cat build.sh link.ld ./*.S ./*.c ./*.h | sha256sum | cut -d ' ' -f 1)

rounds_at=0x83FFF000
common="-march=rv64gc -mabi=lp64d -mcmodel=medany -O2 -std=c11 -ffreestanding -fno-tree-loop-distribute-patterns -nostdlib
    -static -Wall -Wextra -Wno-main -DROUNDS_AT=$rounds_at -DSOURCES=\"$sources\""

kernel() { # NAME OPTION... SOURCE...: one program
    name=$1
    shift
    options=$(printf '%s\n' "$@" | grep '^-' || true)
    linked=
    for source in start.S harness.c $(printf '%s\n' "$@" | grep -v '^-'); do
        # shellcheck disable=SC2086  # the options are words
        riscv64-unknown-elf-gcc $common $options -c "$source" -o "$objects/$source.o"
        linked="$linked $objects/$source.o"
    done
    # shellcheck disable=SC2086
    riscv64-unknown-elf-gcc $common -s -Wl,--build-id=none,--no-warn-rwx-segments,--defsym=ROUNDS_AT=$rounds_at \
        -T link.ld $linked -o "$to/$name.elf"
}

for name in mix list hash doubles calls generate; do
    kernel $name $name.c
done
for name in mix list hash doubles; do
    kernel $name-sv39 -DPAGED $name.c paging.c
done
kernel syscalls -DPAGED syscalls.c user.c switch.S paging.c
kernel cold cold.c blocks.S
