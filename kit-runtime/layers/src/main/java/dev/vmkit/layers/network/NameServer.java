package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.DnsQuestion;
import java.util.Optional;
import java.util.Set;

/** Knows the names that the rules give the host, and no others; nobody else is asked. */
record NameServer(Set<String> names) {
    static final int PORT = 53;

    /** The answer to a message, if it is a question. */
    Optional<byte[]> answer(byte[] message) {
        return DnsQuestion.read(message).map(this::answer);
    }

    private byte[] answer(DnsQuestion question) {
        if (!names.contains(question.name())) {
            return question.noSuchName();
        }
        return question.type() == DnsQuestion.ADDRESS ? question.answer(Subnet.HOST) : question.nothing();
    }
}
