package id.semai.dashboardpages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The page's own dictionary: each key in Indonesian and in English. */
@Component
@WithBoard
class Words {

    private final Map<String, List<String>> words;

    Words(@Value("classpath:static/dashboard/words.json") Resource file, ObjectMapper json) throws IOException {
        this.words = json.readValue(file.getContentAsByteArray(), new TypeReference<>() {});
    }

    /** The key itself where the dictionary has no words for it. */
    String say(String key, boolean english) {
        List<String> both = words.get(key);
        return both == null ? key : both.get(english ? 1 : 0);
    }
}
