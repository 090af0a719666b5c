package dev.vmkit.tools.isolate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What runs in a cage instead of the kit: it is ready, waits for a question, and then does the deed that its submission
 * names. So it stands for code that has taken its whole process over.
 */
final class Prisoner {
    private Prisoner() {}

    public static void main(String[] folders) throws Exception {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        answers.write(Child.READY);
        System.in.read();
        List<String> words = Files.readAllLines(Path.of(folders[0], "deed"));
        String said = Deed.valueOf(words.getFirst()).commit(words.getLast(), Path.of(folders[1]), answers);
        System.err.println(said);
    }

    /** What it can do. The argument is the deed's own. */
    enum Deed {
        EXIT {
            @Override
            String commit(String code, Path scratch, OutputStream answers) {
                System.exit(Integer.parseInt(code));
                return "";
            }
        },
        HALT_IN_SHUTDOWN {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                Runtime.getRuntime().addShutdownHook(new Thread(Deed::sleep));
                System.exit(0);
                return "";
            }
        },
        SLEEP {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                sleep();
                return "";
            }
        },
        SPIN {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                long count = 0;
                while (count >= 0) {
                    count = (count + 1) & Long.MAX_VALUE;
                }
                return "";
            }
        },
        ALLOCATE {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                List<Object> kept = new java.util.ArrayList<>();
                while (true) {
                    try {
                        kept.add(new byte[1 << 20]);
                    } catch (OutOfMemoryError caught) {
                        kept.add(caught);
                    }
                }
            }
        },
        START_THREADS {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                while (true) {
                    Thread.ofPlatform().start(Deed::sleep);
                }
            }
        },
        STAY_BEHIND {
            @Override
            String commit(String none, Path scratch, OutputStream answers) throws IOException {
                Thread.ofPlatform().daemon(false).start(Deed::sleep);
                answers.close();
                return "";
            }
        },
        PRINT {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                while (true) {
                    System.err.println("all tests passed, score 100");
                }
            }
        },
        FORGE {
            @Override
            String commit(String none, Path scratch, OutputStream answers) throws IOException {
                while (true) {
                    answers.write("{\"score\": 100, \"status\": \"passed\"}\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        },
        /** Gets over the fence of the Java machine, so that only the operating system is left. */
        START_PROCESSES {
            @Override
            String commit(String command, Path scratch, OutputStream answers) throws IOException {
                System.setProperty("jdk.lang.Process.launchMechanism", "FORK");
                new ProcessBuilder("/bin/sh", "-c", command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                sleep();
                return "";
            }
        },
        END_OTHERS {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                ProcessHandle.allProcesses()
                        .filter(other -> !other.equals(ProcessHandle.current()))
                        .forEach(Deed::end);
                return "ended all others";
            }
        },
        READ {
            @Override
            String commit(String path, Path scratch, OutputStream answers) {
                return attempt(() -> Files.readString(Path.of(path)));
            }
        },
        WRITE {
            @Override
            String commit(String path, Path scratch, OutputStream answers) {
                return attempt(() -> Files.writeString(Path.of(path), "score: 100") + " written");
            }
        },
        FILL_DISK {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                return attempt(() -> {
                    byte[] piece = new byte[1 << 20];
                    try (OutputStream file = Files.newOutputStream(scratch.resolve("large"))) {
                        for (int i = 0; i < 1024; i++) {
                            file.write(piece);
                        }
                    }
                    return "a GiB written";
                });
            }
        },
        FILL_DISK_WITH_FILES {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                return attempt(() -> {
                    byte[] piece = new byte[1 << 20];
                    for (int i = 0; i < 128; i++) {
                        Files.write(scratch.resolve("large" + i), piece);
                    }
                    return "128 MiB written";
                });
            }
        },
        LITTER {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                return attempt(() -> {
                    Path folder = Files.createDirectory(scratch.resolve("locked"));
                    Files.writeString(folder.resolve("file"), "x");
                    Files.setPosixFilePermissions(folder, java.util.Set.of());
                    Files.createSymbolicLink(scratch.resolve("link"), Path.of("/"));
                    Files.createDirectories(scratch.resolve("d/".repeat(1000)));
                    return "littered";
                });
            }
        },
        CONNECT {
            @Override
            String commit(String port, Path scratch, OutputStream answers) {
                return attempt(() -> {
                    try (var socket = new java.net.Socket("127.0.0.1", Integer.parseInt(port))) {
                        return "connected to " + socket.getPort();
                    }
                });
            }
        },
        LOAD_NATIVE_CODE {
            @Override
            String commit(String library, Path scratch, OutputStream answers) {
                return attempt(() -> {
                    System.load(library);
                    return "loaded";
                });
            }
        },
        LOOK_AROUND {
            @Override
            String commit(String none, Path scratch, OutputStream answers) {
                System.setProperty("jdk.lang.Process.launchMechanism", "FORK"); // needed to see the environment
                return attempt(() -> ProcessHandle.allProcesses().count() + " processes, environment "
                        + System.getenv().keySet());
            }
        };

        abstract String commit(String argument, Path scratch, OutputStream answers) throws Exception;

        private static void end(ProcessHandle other) {
            try {
                other.destroyForcibly();
            } catch (RuntimeException refused) {
                System.err.println(refused.getClass().getSimpleName());
            }
        }

        private static void sleep() {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private interface Attempt {
            Object make() throws Exception;
        }

        private static String attempt(Attempt attempt) {
            try {
                return "did: " + attempt.make();
            } catch (Exception refused) {
                return "refused: " + refused.getClass().getSimpleName() + ": " + refused.getMessage();
            }
        }
    }
}
