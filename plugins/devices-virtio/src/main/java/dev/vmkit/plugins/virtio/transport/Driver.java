package dev.vmkit.plugins.virtio.transport;

/** The guest's driver, as a device sees it. */
public interface Driver {
    /** The feature that device and driver follow version 1 of the standard or later, and know of each other (section 6). */
    int VERSION_1 = 32;

    /** Nobody: accepts nothing, and is not interested. */
    Driver NOBODY = new Driver() {
        @Override
        public boolean accepted(int feature) {
            return false;
        }

        @Override
        public void wake(int queue) {}

        @Override
        public void configurationChanged() {}
    };

    /** Whether the driver accepted the feature of this number; nothing is accepted before negotiation has ended. */
    boolean accepted(int feature);

    /** Something has happened for which chains may wait in a queue: the device is asked to serve them. */
    void wake(int queue);

    /** The configuration space has changed: the driver is told. */
    void configurationChanged();
}
