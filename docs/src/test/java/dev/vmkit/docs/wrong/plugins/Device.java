package dev.vmkit.docs.wrong.plugins;

import dev.vmkit.docs.wrong.machine.board.Board;

/** A plugin that knows the engine room. */
interface Device {
    Board board();
}
