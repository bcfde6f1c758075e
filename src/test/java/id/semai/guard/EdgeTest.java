package id.semai.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the edge stops by itself, before anything else sees it. */
class EdgeTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain inside = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/%65ngine/engine/default/task",
                "/camunda//api/engine/engine/default/task",
                "/camunda/app/../api/admin/setup/default/user/create",
                "/camunda/./api/engine",
                "/camunda/api/engine/..",
                "/engine-rest/task;a=b",
                "/engine-rest;jsessionid=1/task",
                "/engine-rest%2Ftask",
                "/engine-rest/..%2ftask",
                "/engine-rest/%2e%2e/task",
                "/engine-rest\\task",
                "/engine-rest/%5Ctask",
                "/engine-rest/%2565ngine",
                "/engine-rest/task%00",
                "/engine-rest/task%0a",
                "/engine-rest/task%zz",
                "/engine-rest/task/%3Bx",
                "/engine-rest/tas\u212a",
            })
    void anotherSpellingOfAPathIsRefused(String path) throws Exception {
        assertThat(passes(new RequestSpelling(), new MockHttpServletRequest("GET", path)))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/",
                "/engine-rest/process-definition/workshop:1:4d3f-aa_b~c",
                "/engine-rest/process-definition/workshop%3A1%3A4d3f",
                "/api/bukti/laporan%20akhir%20%28final%29.pdf",
                "/camunda/lib/3.0.0/a.b-c.js",
            })
    void theOneSpellingPasses(String path) throws Exception {
        assertThat(passes(new RequestSpelling(), new MockHttpServletRequest("GET", path)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/setup",
                "/engine-rest/engine/default/task",
                "/camunda/api/engine/engine/other/task",
                "/camunda/api/engine/engine/defaults/task",
                "/error",
                "/engine-rest/external-task/fetchAndLock",
                "/camunda/api/engine/engine/default/external-task/fetchAndLock",
            })
    void whatNobodyMayCallIsNotThere(String path) throws Exception {
        assertThat(passes(new ClosedPaths(), new MockHttpServletRequest("POST", path)))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/camunda/api/engine/engine/default/task", "/engine-rest/engine", "/camunda/app/admin/default/"})
    void theRestIsThere(String path) throws Exception {
        assertThat(passes(new ClosedPaths(), new MockHttpServletRequest("POST", path)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orQueries':[{'assigneeExpression':'${currentUser()}'}]}",
                "{'assigneeExpression':'${now()}'}",
                "{'a':{'b':[{'c':[{'dueBeforeExpression':'x'}]}]}}",
                "{'orQueries':[{'assignee\\u0045xpression':'${x}'}]}",
                "{'assigneeEXPRESSION':['${x}']}",
                "{'assigneeExpression':{}}",
                "{'assigneeExpression':1}",
                "{'assigneeExpression':null,'assigneeExpression':'${x}'}",
                "{'never':'ends'",
                "{} trailing",
            })
    void anExpressionInAQueryGoesNoFurther(String body) throws Exception {
        assertThat(passes(new QueryBodies(), post("/engine-rest/task", body, StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void anotherEncodingHidesNothing() throws Exception {
        String body = "{'orQueries':[{'assigneeExpression':'${x}'}]}";
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, Charset.forName("UTF-32")}) {
            assertThat(passes(new QueryBodies(), post("/engine-rest/task", body, charset)))
                    .as(charset.name())
                    .isFalse();
        }
    }

    @Test
    void aListMayKeepTheExpressionsOfLists() throws Exception {
        String body = "{'query':{'assigneeExpression':'${currentUser()}','dueBeforeExpression':'${inDays(3)}'}}";
        assertThat(passes(new QueryBodies(), post("/engine-rest/filter/create", body, StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(passes(new QueryBodies(), post("/engine-rest/filter/1/list", body, StandardCharsets.UTF_8)))
                .isFalse();
        String other = "{'query':{'orQueries':[{'assigneeExpression':'${currentUser().x}'}]}}";
        assertThat(passes(new QueryBodies(), post("/engine-rest/filter/create", other, StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void whatHasBeenReadIsReadAgainInside() throws Exception {
        String body = "{'sorting':[],'nama':'Ruang Terbuka – Ü'}".replace('\'', '"');
        passes(new QueryBodies(), post("/engine-rest/task", body, StandardCharsets.UTF_8));
        assertThat(inside.getRequest().getInputStream().readAllBytes())
                .isEqualTo(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyWithoutEndIsNotReadToTheEnd() throws Exception {
        String body = "[" + "1,".repeat(QueryBodies.LARGEST_BODY / 2) + "1]";
        assertThat(passes(new QueryBodies(), post("/engine-rest/task", body, StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(response.getStatus()).isEqualTo(413);
    }

    private static MockHttpServletRequest post(String path, String body, Charset charset) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType("application/json");
        request.setContent(body.replace('\'', '"').getBytes(charset));
        return request;
    }

    private boolean passes(Filter guard, MockHttpServletRequest request) throws Exception {
        inside.reset();
        guard.doFilter(request, response, inside);
        return inside.getRequest() != null;
    }
}
