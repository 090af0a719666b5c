/** Has a doc, and is not complained of. */
@NullMarked
package dev.vmkit.docs.wrong.api;

import org.jspecify.annotations.NullMarked;
