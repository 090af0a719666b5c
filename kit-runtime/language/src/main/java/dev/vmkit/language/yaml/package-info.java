/**
 * YAML with places. What enters: a {@link dev.vmkit.language.text.SourceFile}. What leaves: an immutable tree
 * ({@link dev.vmkit.language.yaml.YamlNode}) in which every scalar keeps its raw text and everything its place; nothing
 * is converted silently, and duplicate keys, anchors, aliases, tags and undue depth are refused. Read
 * {@link dev.vmkit.language.yaml.YamlNode} first, then {@link dev.vmkit.language.yaml.MappingReader}, with which the
 * later stages read keys they know. The only user of Jackson.
 */
@NullMarked
package dev.vmkit.language.yaml;

import org.jspecify.annotations.NullMarked;
