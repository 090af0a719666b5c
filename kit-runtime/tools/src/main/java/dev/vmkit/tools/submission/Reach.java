package dev.vmkit.tools.submission;

import java.util.regex.Pattern;

/** What a part has no use for, how it looks in classes and in sources, and what to do instead. */
enum Reach {
    END(
            "ends the process",
            "java\\.lang\\.(System\\.exit|Runtime\\.(exit|halt))",
            "System\\s*\\.\\s*exit|\\.\\s*halt\\s*\\(",
            "a machine is switched off by a device's power switch"),
    PROCESS(
            "starts a process",
            "java\\.lang\\.(Runtime\\.exec|ProcessBuilder.*)",
            "ProcessBuilder|\\.\\s*exec\\s*\\(",
            "a part has no other programs"),
    THREAD(
            "starts a thread",
            "java\\.lang\\.Thread\\.(start|ofVirtual|ofPlatform|startVirtualThread)|java\\.util\\.(Timer|concurrent\\.Executors)\\b.*",
            "new\\s+Thread\\b|Thread\\s*\\.\\s*(of|start)\\w*|Executors\\b|new\\s+Timer\\b",
            "time comes from the machine's clock"),
    FILE(
            "opens files",
            "java\\.io\\.(File|RandomAccess)\\w*(\\..*)?|java\\.nio\\.(file\\..*|channels\\.(Async\\w*)?FileChannel.*)",
            "java\\.nio\\.file|java\\.io\\.(File|RandomAccess)\\w*|new\\s+(File|RandomAccess)\\w*\\s*\\(",
            "a device gets its block store from its context"),
    NETWORK(
            "opens connections",
            "java\\.net\\..*|java\\.nio\\.channels\\.\\w*(Socket|Datagram)\\w*(\\..*)?",
            "java\\.net\\.|new\\s+(Server|Datagram)?Socket\\s*\\(|HttpClient",
            "a device gets its network from its context"),
    NATIVE(
            "runs native code",
            "java\\.lang\\.(System|Runtime)\\.load(Library)?|java\\.lang\\.foreign\\..*|sun\\.misc\\.Unsafe.*|jdk\\.internal\\..*",
            "\\.\\s*load(Library)?\\s*\\(\\s*\"|java\\.lang\\.foreign|\\bUnsafe\\b|jdk\\.internal",
            "parts are Java and YAML alone"),
    REFLECTION(
            "reaches into objects of others",
            "java\\.lang\\.reflect\\.\\w+\\.(setAccessible|trySetAccessible)|java\\.lang\\.invoke\\.MethodHandles\\.privateLookupIn",
            "etAccessible\\s*\\(|privateLookupIn",
            "what is expected is not in this process"),
    STREAMS(
            "replaces the standard streams",
            "java\\.lang\\.System\\.set(In|Out|Err)",
            "System\\s*\\.\\s*set(In|Out|Err)",
            "nobody reads what a part prints");

    private final String does;
    private final Pattern inClasses;
    private final Pattern inSources;
    private final String instead;

    Reach(String does, String inClasses, String inSources, String instead) {
        this.does = does;
        this.inClasses = Pattern.compile(inClasses);
        this.inSources = Pattern.compile(inSources);
        this.instead = instead;
    }

    /** As a verb, such as "ends the process". */
    String does() {
        return does;
    }

    /** Classes and members, as {@link ConstantPool#uses} names them, in whole. */
    Pattern inClasses() {
        return inClasses;
    }

    /** Anywhere in a line of Java. */
    Pattern inSources() {
        return inSources;
    }

    /** What a part has in place of it. */
    String instead() {
        return instead;
    }
}
