package id.semai.tasklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.semai.openid.Offer;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers in place of the configuration file that each of Camunda's web applications loads first. */
@RestController
class AppConfigurations {

    private final TasklistSettings settings;
    private final ObjectMapper json;
    private final Optional<Offer> signOn;

    AppConfigurations(TasklistSettings settings, ObjectMapper json, Optional<Offer> signOn) {
        this.settings = settings;
        this.json = json;
        this.signOn = signOn;
    }

    @GetMapping(
            path = "${camunda.bpm.webapp.application-path:/camunda}/app"
                    + "/{app:tasklist|welcome|admin|cockpit}/scripts/config.js",
            produces = "text/javascript;charset=UTF-8")
    String configuration(@PathVariable String app) throws JsonProcessingException {
        WebApp asking = WebApp.named(app);
        return """
                import { configuration } from "../../tasklist/scripts/semai.js";
                export default await configuration(%s);
                """
                .formatted(json.writeValueAsString(signOn.map(offer -> new Configuration(
                                asking, asking.languages(settings), asking.scriptsWithSignOn(), offer.name()))
                        .orElseGet(
                                () -> new Configuration(asking, asking.languages(settings), asking.scripts(), null))));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Configuration(WebApp app, List<String> languages, List<String> scripts, String signOn) {}
}
