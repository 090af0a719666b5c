package dev.vmkit.language.isa;

import java.util.Optional;

/**
 * An address space an instruction may name.
 *
 * @param addressWidth bits of an address, within [1, 64]; addresses wrap at its end
 * @param unit bits at one address: 8, 16, 32 or 64
 * @param over the space that addresses refer to after translation
 * @param translate the function {@code (address, access)} that translates, access being 0 to fetch, 1 to load, 2 to store
 */
public record Space(String name, int addressWidth, int unit, Optional<String> over, Optional<String> translate) {}
