package id.semai.prod;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ListLimitTest {

    @ParameterizedTest
    @CsvSource({
        "/engine-rest/task,,maxResults=2000",
        "/engine-rest/task,name=x,name=x&maxResults=2000",
        "/camunda/api/engine/engine/default/task,,maxResults=2000",
        "/engine-rest/task,maxResults=15,maxResults=15",
        "/serah-terima,,"
    })
    void whoNamesNoNumberGetsTheFirstTwoThousand(String path, String query, String inside) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        MockFilterChain chain = new MockFilterChain();
        new ListLimit().doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(((HttpServletRequest) chain.getRequest()).getQueryString()).isEqualTo(inside);
    }
}
