package id.semai.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with packages of npm, named by {@code -Dsemai.node=…}: some have native code and cannot be fetched everywhere. */
final class NodeFolder {

    private NodeFolder() {}

    /** @param name with its version: {@code @asyncapi/parser@3.6.6} */
    static Path with(String name) {
        String packageName = name.substring(0, name.lastIndexOf('@'));
        Path folder = Path.of(System.getProperty("semai.node", "target/node"));
        assumeTrue(
                Program.works("node", "--version")
                        && Files.isDirectory(folder.resolve("node_modules").resolve(packageName)),
                "Skipped: needs Node.js and \"npm install %s\" in the folder %s (another one: -Dsemai.node=…)"
                        .formatted(name, folder));
        return folder.toAbsolutePath();
    }
}
