package dev.mintmark;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Collects log lines as text and as JSON, with parameters and stack traces; our own categories at the finest level. */
public final class LogLines implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("dev.mintmark");
    private static final PatternFormatter FORMAT = new PatternFormatter("%c %s %e");
    private static final JsonFormatter JSON = new JsonFormatter();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Level before = OURS.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            Object[] parameters = record.getParameters() == null ? new Object[0] : record.getParameters();
            ExtLogRecord extended = ExtLogRecord.wrap(record);
            lines.add(FORMAT.format(extended) + List.of(parameters) + JSON.format(extended));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public LogLines() {
        OURS.setLevel(Level.ALL);
        ROOT.addHandler(handler);
        Logger.getLogger("dev.mintmark.test").info("the handler listens");
    }

    /** All lines so far; the first one is from the handler itself. */
    public List<String> soFar() {
        return List.copyOf(lines);
    }

    /** The lines of one category so far. */
    public List<String> of(String category) {
        return lines.stream().filter(line -> line.startsWith(category + " ")).toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        OURS.setLevel(before);
    }
}
