package id.semai.modelpages;

import id.semai.models.ModelVersions;
import id.semai.people.Visitors;
import id.semai.rulebook.ExplainedRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What runs, what is refused, what changed and what moves, for administrators: 401 without an account, 403 for others. */
@Controller
class ModelPages {

    private final ModelVersions versions;
    private final Visitors visitors;

    ModelPages(ModelVersions versions, Visitors visitors) {
        this.versions = versions;
        this.visitors = visitors;
    }

    @GetMapping("/model")
    String overview(Model page, HttpServletRequest request, HttpServletResponse response) {
        return toAdministrators(page, request, response, () -> "model/daftar");
    }

    /** What a file is held against. */
    @GetMapping("/model/aturan")
    String rules(Model page, HttpServletRequest request, HttpServletResponse response) {
        return toAdministrators(page, request, response, () -> {
            page.addAttribute("rules", ExplainedRule.all());
            return "model/aturan";
        });
    }

    @GetMapping("/model/{model}")
    String model(@PathVariable String model, Model page, HttpServletRequest request, HttpServletResponse response) {
        return toAdministrators(page, request, response, () -> versions.name(model)
                .map(name -> {
                    page.addAttribute("model", model);
                    page.addAttribute("name", name);
                    return "model/satu";
                })
                .orElseGet(() -> {
                    response.setStatus(HttpStatus.NOT_FOUND.value());
                    return "model/tidak-ada";
                }));
    }

    private String toAdministrators(
            Model page, HttpServletRequest request, HttpServletResponse response, Supplier<String> template) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!visitors.isKnown(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return "akun/masuk";
        }
        if (!visitors.roles(request).contains("administrator")) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            page.addAttribute("title", "Model proses");
            return "akun/bukan-pengelola";
        }
        return template.get();
    }
}
