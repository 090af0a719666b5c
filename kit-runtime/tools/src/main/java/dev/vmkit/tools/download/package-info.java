/**
 * Downloads over HTTP. What enters: an address, and what is known of the file behind it. What leaves: a file of exactly that
 * size and digest, in a folder that keeps it for the next time; or a {@link dev.vmkit.tools.download.FetchFailure} that says
 * why not. Read {@link dev.vmkit.tools.download.Downloads} first.
 */
@NullMarked
package dev.vmkit.tools.download;

import org.jspecify.annotations.NullMarked;
