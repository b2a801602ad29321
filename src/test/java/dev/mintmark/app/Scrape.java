package dev.mintmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One scrape of the metrics, in the format of Prometheus.
 *
 * @param text the whole response
 */
record Scrape(String text) {
    /** @param management the root of the management port */
    static Scrape of(URI management) {
        return new Scrape(RestAssured.given()
                .accept("text/plain")
                .get(management.resolve("/q/metrics"))
                .asString());
    }

    /** The value of the series with this name and these labels, in the form {@code name{a="b",c="d"}}. */
    double value(String series) {
        Map<String, Double> values = new TreeMap<>();
        for (String line : lines(series.replaceAll("\\{.*", ""))) {
            int end = line.lastIndexOf(' ');
            values.put(line.substring(0, end).replace(",}", "}"), Double.valueOf(line.substring(end + 1)));
        }
        assertThat(values).containsKey(series);
        return values.get(series);
    }

    /** The lines of all series with this prefix. */
    List<String> lines(String name) {
        return text.lines().filter(line -> line.startsWith(name)).toList();
    }

    /** The names of all metrics with this prefix, with their help texts. */
    Map<String, String> families(String prefix) {
        Map<String, String> families = new TreeMap<>();
        lines("# HELP " + prefix).forEach(line -> {
            String[] words = line.split(" ", 4);
            families.put(words[2], words[3]);
        });
        return families;
    }
}
