package dev.vmkit.docs.wrong;

/** Lives in no room. */
class Homeless {}
