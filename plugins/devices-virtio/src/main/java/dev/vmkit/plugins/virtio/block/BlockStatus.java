package dev.vmkit.plugins.virtio.block;

/** How a request ended, in the order of the standard's numbers (section 5.2.6). */
enum BlockStatus {
    OK,
    IOERR,
    UNSUPP
}
