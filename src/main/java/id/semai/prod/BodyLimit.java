package id.semai.prod;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nothing is read that is longer than anything here needs: 413 if the request says so beforehand, otherwise reading breaks
 * off. Models may be long, what our own resources take as JSON may not; files of evidence have a limit and a sentence of their
 * own.
 */
class BodyLimit extends OncePerRequestFilter {

    static final long LONGEST = 32_000_000;
    static final long LONGEST_OF_OURS = 1_000_000;

    private static final String EVIDENCE = "/api/evidence/";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(EVIDENCE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long longest = longest(request);
        if (request.getContentLengthLong() > longest) {
            Answers.refuse(response, 413, "Isi permintaan ini terlalu besar.");
        } else {
            chain.doFilter(request.getContentLengthLong() < 0 ? new Limited(request, longest) : request, response);
        }
    }

    private static long longest(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") ? LONGEST_OF_OURS : LONGEST;
    }

    /** A body whose length nobody has told. */
    private static class Limited extends HttpServletRequestWrapper {

        private final long longest;

        Limited(HttpServletRequest request, long longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), longest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
    }

    private static class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long longest) {
            this.body = body;
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = body.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("The body of a request is too long");
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
