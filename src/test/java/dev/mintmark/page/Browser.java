package dev.mintmark.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, shared by all tests, with one page at a time. */
final class Browser {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int DESKTOP = 1360;

    /** Records policy violations before any script of the page runs. */
    private static final String WATCH = "window.violations = [];"
            + "addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective + ' ' + e.blockedURI));"
            + "addEventListener('error', e => violations.push(e.message));"
            + "addEventListener('unhandledrejection', e => violations.push(String(e.reason)));"
            + "window.moved = 0; new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput)"
            + ".forEach(e => { moved += e.value; })).observe({type: 'layout-shift', buffered: true});";

    private static ChromeDriver shared;

    private final ChromeDriver driver;
    private final String service;

    private Browser(ChromeDriver driver, String service) {
        this.driver = driver;
        this.service = service;
    }

    /** The browser, wide and with the light theme, on an empty page; skips the test without a browser. */
    static synchronized Browser on(String service) {
        Optional<Path> chromium = find("chromium");
        Optional<Path> chromedriver = find("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "chromium and chromedriver are needed to look at the page");
        if (shared == null) {
            shared = start(chromium.get(), chromedriver.get());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
            shared.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
        }
        Browser browser = new Browser(shared, service);
        browser.look("light", DESKTOP);
        browser.console();
        return browser;
    }

    private static ChromeDriver start(Path chromium, Path chromedriver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .build(),
                options);
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Sets theme and width; the height is that of a screen or a phone. */
    void look(String theme, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Asks for reduced motion, until the next look. */
    void calm() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Reloads the page at a fragment. */
    void open(String fragment) {
        driver.get("about:blank");
        driver.get(service + "#" + fragment);
        await(() -> exists("main > :not([hidden]) h1"));
    }

    /** Opens an address below the service. */
    void visit(String address) {
        driver.get("about:blank");
        driver.get(service + address);
    }

    /** Ends every login, whose cookie scripts cannot see. */
    void signOut() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Forgets what the browser has loaded before. */
    void fresh() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    /** Follows a link of the page, as a click does. */
    void go(String view) {
        js("location.hash = arguments[0]", view);
        await(() -> exists(view + "-view:not([hidden]) h1"));
    }

    boolean exists(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    WebElement one(String css) {
        await(() -> exists(css));
        return driver.findElement(By.cssSelector(css));
    }

    String text(String css) {
        return one(css).getText();
    }

    /** The control of a view with this label. */
    WebElement field(String view, String label) {
        String xpath = "//" + view + "-view//label[translate(normalize-space(), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',"
                + " 'abcdefghijklmnopqrstuvwxyz') = '" + label.toLowerCase(java.util.Locale.ROOT) + "']";
        WebElement found = driver.findElement(By.xpath(xpath));
        String id = found.getDomAttribute("for");
        return id == null ? found.findElement(By.tagName("input")) : driver.findElement(By.id(id));
    }

    /** Chooses one side of a switch, as a click on its label does. */
    void choose(String view, String legend, String option) {
        js(
                "const group = [...document.querySelectorAll(arguments[0] + '-view .segmented')]"
                        + ".find(one => one.querySelector('legend').textContent === arguments[1]);"
                        + "[...group.querySelectorAll('label')].find(one => one.textContent === arguments[2]).click()",
                view,
                legend,
                option);
    }

    /** Remembers what the page sends from now on, as path and body. */
    void watchRequests() {
        js(
                "window.sent = []; const real = window.fetch;"
                        + "window.fetch = (path, options) => { sent.push(path + ' ' + (options?.body ?? '')); return real(path, options); }");
    }

    @SuppressWarnings("unchecked")
    List<String> requests() {
        return (List<String>) js("return sent");
    }

    /** Drops a file, or a text where the name is empty, on an element. */
    void drop(String css, String name, String content) {
        js(
                "const data = new DataTransfer();"
                        + "if (arguments[1]) { data.items.add(new File([arguments[2]], arguments[1])); } else { data.setData('text', arguments[2]); }"
                        + "arguments[0].dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}))",
                one(css),
                name,
                content);
    }

    /** Pastes beside all fields. */
    void paste(String text) {
        js(
                "const data = new DataTransfer(); data.setData('text', arguments[0]);"
                        + "document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))",
                text);
    }

    /** Copies into a variable: tests have no clipboard. */
    void watchClipboard() {
        js("navigator.clipboard.writeText = async text => { window.copied = text; }");
    }

    String copied() {
        await(() -> js("return window.copied ?? null") != null);
        return (String) js("const text = window.copied; window.copied = null; return text");
    }

    void press(String view, String button) {
        By name = By.xpath("//" + view + "-view//button[normalize-space() = '" + button + "']");
        await(() -> !driver.findElements(name).isEmpty());
        WebElement found = driver.findElement(name);
        js("arguments[0].scrollIntoView({block: 'center'})", found);
        found.click();
    }

    /** Sets the text at once, because typing long texts is slow. */
    void write(WebElement control, String text) {
        js(
                "arguments[0].focus(); arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                control,
                text);
    }

    void type(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void hover(String css) {
        new Actions(driver).moveToElement(one(css)).perform();
    }

    void tab() {
        type(Keys.TAB);
    }

    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void offline(boolean offline) {
        network(offline, 0);
    }

    /** Lets every answer come later, by so many milliseconds. */
    void slow(int latency) {
        network(false, latency);
    }

    private void network(boolean offline, int latency) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", latency, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!holds(condition)) {
            assertThat(Instant.now())
                    .as(() -> "waited in vain; the page shows: "
                            + driver.findElement(By.tagName("body")).getText())
                    .isBefore(end);
            sleep();
        }
    }

    /** Retries when an element is rendered again between two reads. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException e) {
            return false;
        }
    }

    void awaitText(String css, String text) {
        await(() ->
                exists(css) && driver.findElement(By.cssSelector(css)).getText().contains(text));
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Policy violations and errors of the page since it was opened. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        return (List<String>) js("return violations");
    }

    /** Console messages since the last call; the browser itself logs responses other than 2xx. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> !message.contains("Failed to load resource"))
                .collect(Collectors.toList());
    }

    /** A screenshot as WebP, which is small enough for the repository. */
    byte[] picture() {
        Map<String, Object> answer =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "webp", "quality", 75));
        return Base64.getDecoder().decode((String) answer.get("data"));
    }

    static String axe() {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
