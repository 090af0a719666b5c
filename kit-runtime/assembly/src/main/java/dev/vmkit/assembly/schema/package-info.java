/**
 * JSON Schemas (draft 2020-12), by which editors complete and check our files. What enters: a catalog. What leaves: a schema
 * for machine files that knows every part and its parameters, and schemas for the definitions of instruction sets and
 * devices and for plugin.yaml. Read {@link dev.vmkit.assembly.schema.Schemas} first.
 */
@NullMarked
package dev.vmkit.assembly.schema;

import org.jspecify.annotations.NullMarked;
