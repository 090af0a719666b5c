package dev.vmkit.language.isa;

import java.util.List;

/**
 * A way to name what an instruction works on.
 *
 * @param line how it is written
 * @param before, tail words of the encoding before and after the one that holds the mode
 * @param bound what it stands for
 */
record Mode(String name, List<RawToken> line, List<RawPiece.Word> before, List<RawPiece.Word> tail, BoundMode bound) {}
