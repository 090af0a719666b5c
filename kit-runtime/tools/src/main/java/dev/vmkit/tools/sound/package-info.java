/**
 * What devices play, for people: sound files. What enters: the changes of a
 * {@link dev.vmkit.machine.board.Loudspeaker}. What leaves: WAV files of virtual time. Read
 * {@link dev.vmkit.tools.sound.Recording} first.
 */
@NullMarked
package dev.vmkit.tools.sound;

import org.jspecify.annotations.NullMarked;
