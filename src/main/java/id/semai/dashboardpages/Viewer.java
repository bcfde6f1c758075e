package id.semai.dashboardpages;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One open page. It gets what it lacks whenever its connection takes it, from the picture it has straight to the newest;
 * one that does not read waits by itself and holds nobody up.
 */
class Viewer implements WriteListener, AsyncListener {

    /** Browsers come again so many milliseconds after the stream has ended. */
    private static final byte[] HELLO = ": semai\nretry: 400\n\n".getBytes(StandardCharsets.UTF_8);

    private static final byte[] BEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Showing showing;
    private final AtomicBoolean ended = new AtomicBoolean();

    private long shown;
    private boolean greeted;
    private boolean beating;
    private boolean unflushed;
    private boolean gone;

    /** @param shown number of the picture that the page has already; 0 for none */
    Viewer(AsyncContext connection, ServletOutputStream out, Showing showing, long shown) {
        this.connection = connection;
        this.out = out;
        this.showing = showing;
        this.shown = shown;
    }

    void begin() {
        connection.addListener(this);
        showing.viewers().add(this);
        out.setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        write();
    }

    /** Shows what is new, at once if the connection takes it. */
    void look() {
        try {
            write();
        } catch (IOException lost) {
            leave();
        }
    }

    void beat() {
        synchronized (this) {
            beating = true;
        }
        look();
    }

    private synchronized void write() throws IOException {
        while (!gone && out.isReady()) {
            byte[] next = next();
            if (next != null) {
                out.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return;
            }
        }
    }

    private byte[] next() {
        if (!greeted) {
            greeted = true;
            return HELLO;
        }
        Picture picture = showing.last();
        if (picture.number() > shown) {
            byte[] news = picture.since(shown);
            shown = picture.number();
            return news;
        }
        return nextBeat();
    }

    private byte[] nextBeat() {
        boolean due = beating;
        beating = false;
        return due ? BEAT : null;
    }

    /** Ends the stream; the browser comes again, with all its guards in front. */
    void end() {
        leave();
        if (!ended.getAndSet(true)) {
            connection.complete();
        }
    }

    /** What has failed is ended when the server says so: before, it would take offence. */
    private synchronized void leave() {
        gone = true;
        showing.viewers().remove(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(Throwable lost) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
        leave();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
