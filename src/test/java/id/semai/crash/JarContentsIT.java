package id.semai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class JarContentsIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void theJarTellsWhatItIsMadeOf() throws IOException {
        try (JarFile jar = new JarFile("target/semai.jar")) {
            String place = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            assertThat(place).isEqualTo("META-INF/sbom/application.cdx.json");
            JsonNode bill = new ObjectMapper().readTree(jar.getInputStream(jar.getEntry(place)));

            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            assertThat(files(bill)).containsAll(libraries(jar));
        }
    }

    private static List<String> files(JsonNode bill) {
        List<String> files = new ArrayList<>();
        for (JsonNode component : bill.path("components")) {
            String classifier = component
                    .path("purl")
                    .asText()
                    .replaceAll("^[^?]*", "")
                    .replaceAll(".*classifier=([^&]*).*", "-$1");
            files.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + (classifier.startsWith("-") ? classifier : "") + ".jar");
        }
        return files;
    }

    /** But for the one that Spring Boot's plugin puts there. */
    private static List<String> libraries(JarFile jar) {
        return jar.stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                .toList();
    }
}
