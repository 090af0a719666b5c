package dev.vmkit.layers.timeshare;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.machine.hart.Stop;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out what a program wants that gave the processor back, and does what concerns its registers and its console alone. */
final class Supervisor {
    private final Processor processor;
    private final Calls calls;
    private final Core core;

    /** What is to come of the program. */
    sealed interface Next {
        /** It goes on at once. */
        record GoesOn() implements Next {}

        /** It goes on when others have had their turns. */
        record Yields() implements Next {}

        /** It makes the same call again once its user has typed a line. */
        record Waits(long until) implements Next {}

        /** It goes on with so many words of memory. */
        record Resizes(long words) implements Next {}

        record Ends(Ending how) implements Next {}
    }

    private static final Next GOES_ON = new Next.GoesOn();

    Supervisor(Processor processor, Calls calls, Core core) {
        this.processor = processor;
        this.calls = calls;
        this.core = core;
    }

    /** What comes of a program that has the processor and stopped like this. */
    Next after(Program program, Stop stop, long now) {
        return switch (stop) {
            case Stop.Budget _ -> GOES_ON;
            case Stop.Trapped trapped -> trapped(program, trapped, now);
            case Stop.Fault fault -> fails("nothing is at 0x%x".formatted(fault.target()), fault.address());
            case Stop.Unhandled unhandled -> fails(unhandled.trap().name(), unhandled.address());
            case Stop.Idle _, Stop.Halted _, Stop.Breakpoint _ ->
                throw new IllegalStateException("a confined hart does not stop by " + stop);
        };
    }

    private Next trapped(Program program, Stop.Trapped trapped, long now) {
        Optional<Decoding.Decoded> call = processor.call(trapped);
        if (call.isEmpty()) {
            return fails(processor.why(trapped), trapped.address());
        }
        program.called();
        long number = calls.number(call.get(), processor.registers());
        return calls.service(number)
                .map(service -> serve(program, service, call.get(), now))
                .orElseGet(() -> fails("there is no service 0x%x".formatted(number), trapped.address()));
    }

    private Next serve(Program program, Service service, Decoding.Decoded call, long now) {
        long argument = processor.register(calls.argument());
        return switch (service) {
            case WRITE -> {
                program.user().show((int) argument & 0xFF);
                processor.skip(call);
                yield GOES_ON;
            }
            case READ -> read(program, call, now);
            case YIELD -> {
                processor.skip(call);
                yield new Next.Yields();
            }
            case HALT -> new Next.Ends(new Ending.Exited(0));
            case EXIT -> new Next.Ends(new Ending.Exited(argument));
            case SET_SIZE -> {
                processor.skip(call);
                yield resize(program, argument);
            }
        };
    }

    private Next read(Program program, Decoding.Decoded call, long now) {
        int key = program.user().key();
        OptionalLong due = key == User.NOTHING ? program.user().asked(now) : OptionalLong.empty();
        if (due.isPresent()) {
            return new Next.Waits(due.getAsLong());
        }
        processor.skip(call);
        processor.register(calls.result(), key);
        return GOES_ON;
    }

    private Next resize(Program program, long words) {
        boolean fits = words >= 1 && words <= core.size();
        processor.register(calls.result(), fits ? 0 : -1);
        return fits && core.pages(words) != program.size() ? new Next.Resizes(core.pages(words)) : GOES_ON;
    }

    private static Next fails(String why, long address) {
        return new Next.Ends(new Ending.Stopped(why, address));
    }
}
