package dev.vmkit.docs.wrong.silent;

/** Its package has no package-info. */
class Silent {}
