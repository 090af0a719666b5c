package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Problem;

/** What can be wrong with plugins and the parts they offer. */
public enum CatalogProblem implements Problem {
    DECLARATION("K501", "a plugin.yaml that does not describe a plugin", """
        A plugin is a folder, a ZIP or a JAR with a file plugin.yaml that gives its name ('plugin:'), its version \
        in three numbers ('version: 1.0.0'), the versions of the kit it works with ('requires: ">=1.0.0 & \
        <2.0.0"') and the files of the parts it provides ('- isa: lc3.yaml', '- device: lc3-keyboard.yaml'). A \
        part's file has the name of the part.\
        """),
    REQUIRES("K502", "a plugin for another version of the kit", """
        The plugin says in 'requires:' which versions of the kit's plugin interface it works with, and this kit \
        has another. Use a version of the plugin that fits, or, if it is yours, try it and widen the range.\
        """),
    DUPLICATE_PLUGIN("K503", "two plugins of one name", """
        Two plugins call themselves the same, so that nobody could say which is meant. If you copied a plugin in \
        order to change it, give the copy a name of its own; if it is the same plugin twice, remove one.\
        """),
    AMBIGUOUS_PART("K504", "two plugins offer a part of this name", """
        A part is named in machine files by its name alone, so only one plugin may offer it. Rename one, or leave \
        one of the plugins out.\
        """),
    MISSING_FILE("K505", "a plugin without a file it names", """
        The file does not exist in the plugin, or its path leads out of it. Paths are relative to plugin.yaml, \
        with '/' between folders.\
        """),
    ARCHIVE("K506", "an archive that is not opened", """
        A ZIP or JAR is damaged, or it could do harm: names that lead out of it, more entries or bytes than a \
        plugin has use for, or contents that unpack to hundreds of times their size.\
        """),
    FAULT("K507", "a plugin failed", """
        The Java code of a plugin threw an exception. The kit is not at fault and neither is the machine file: tell \
        the plugin's author. '--debug' prints the stack trace.\
        """),
    FORBIDDEN("K508", "a plugin uses the inside of the kit", """
        Plugins see the JDK and the package dev.vmkit.api, nothing else of the kit, so that the kit can change \
        inside without breaking them. What a device needs it gets from its DeviceContext.\
        """),
    CLASS("K509", "a plugin's class that cannot be used", """
        The class that the part's YAML names after 'class:' must be in the plugin, be public with a public \
        constructor without arguments, and implement the interface of its kind of part: DeviceModel, \
        SchedulerPolicy, ImageLoader, IsaFunctions.\
        """),
    PART_NAME("K510", "a part under another name than its file", """
        The file of a part has the part's name, 'uart-16550.yaml' for 'device: uart-16550', so that parts are found \
        without reading all files of all plugins.\
        """),
    ROOT("K511", "no plugins there", """
        The place given for plugins does not exist or is not a folder, a ZIP or a JAR.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    CatalogProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
