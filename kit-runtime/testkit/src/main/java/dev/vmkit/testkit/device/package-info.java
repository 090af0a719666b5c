/**
 * Testing devices. What enters: a device's YAML and, if it has one, its Java class. What leaves: a
 * {@link dev.vmkit.testkit.device.DeviceBench} that holds the other end of everything the device is connected to. Read
 * that first.
 */
@NullMarked
package dev.vmkit.testkit.device;

import org.jspecify.annotations.NullMarked;
