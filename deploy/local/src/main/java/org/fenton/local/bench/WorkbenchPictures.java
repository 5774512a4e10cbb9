package org.fenton.local.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenton.local.browser.Chromium;

/** Pictures of the pages of a workbench, for people to look at. */
record WorkbenchPictures(Chromium browser, URI gateway, String ranking) {
    private static final int WIDE = 1440;
    private static final int NARROW = 360;
    private static final int HEIGHT = 900;
    private static final int README_WIDE = 1200;
    private static final int README_HIGH = 680;

    /**
     * @param script done in the page before the picture is taken; empty for nothing
     * @param leads whether the script leads to another page, which is then pictured
     */
    private record Page(String name, String address, String script, boolean leads) {
        Page(String name, String address) {
            this(name, address, "", false);
        }

        Page(String name, String address, String script) {
            this(name, address, script, false);
        }

        /** What a click leads to. */
        static Page after(String name, String address, String clicked) {
            return new Page(name, address, "document.querySelector(" + clicked + ").click()", true);
        }
    }

    /** @param proposal that waits for a review, and with it runs; empty where there are none */
    private List<Page> pages(String proposal) {
        List<Page> pages = new ArrayList<>(pages());
        if (!proposal.isEmpty()) {
            pages.add(new Page("proposal", "/workbench/curation/proposals/" + proposal));
            pages.add(new Page("report", "/workbench/curation/reports/W000001"));
            pages.add(new Page("run", "/workbench/runs/november"));
        }
        return pages;
    }

    private List<Page> pages() {
        String opened = "new Promise(done => { const look = () => document.querySelector('.opened h2')"
                + " ? done(1) : setTimeout(look, 50); document.querySelector('button.open').click(); look(); })";
        String moved = "new Promise(done => { const look = () => document.querySelector('#result table')"
                + " ? done(1) : setTimeout(look, 50); const slider = document.querySelector('.slider input');"
                + " slider.value = -6; slider.dispatchEvent(new Event('input', { bubbles: true })); look(); })";
        String check = "'form.case button[type=submit]'";
        return List.of(
                new Page("new-case", "/"),
                new Page("new-case-example", "/?example=invented-hcc-sorafenib"),
                new Page("ranking", ranking),
                new Page("ranking-opened", ranking, opened),
                new Page("ranking-list", ranking + "?list=CONFLICTED"),
                new Page("ranking-filtered-to-nothing", ranking + "?list=CLINICAL&drug=zzz"),
                new Page("candidate", ranking + "/candidates/artesunate+ruxolitinib"),
                new Page("candidate-not-ranked", ranking + "/candidates/erastin"),
                new Page("map", ranking + "/map?drug=ruxolitinib"),
                new Page("compare", ranking + "/compare"),
                new Page("what-if", ranking + "/what-if"),
                new Page("what-if-moved", ranking + "/what-if", moved),
                Page.after("what-if-flipped", ranking + "/what-if", "'button[name=search]'"),
                Page.after("understood", "/?example=h1975-wz4002-resistant", check),
                Page.after("new-case-faults", "/", check),
                new Page("pack", ranking + "/pack"),
                new Page("records", "/workbench/records"),
                new Page("record", ranking.replace("rankings", "records")),
                Page.after("record-replayed", ranking.replace("rankings", "records"), "'main form button'"),
                new Page("propose", "/workbench/curation/propose?statement=E037"),
                new Page("drugs", "/workbench/drugs"),
                new Page("search", "/workbench/drugs?q=STAT3+inhibitor"),
                new Page("search-nothing", "/workbench/drugs?q=zzzzzz"),
                new Page("drug", "/workbench/drugs/ruxolitinib"),
                new Page("drug-contested", "/workbench/drugs/sorafenib"),
                new Page("fact", "/workbench/facts/E037"),
                new Page("curation", "/workbench/curation"),
                new Page("models", "/workbench/models"),
                new Page("runs", "/workbench/runs"),
                new Page("not-found", "/workbench/rankings/none"));
    }

    /** Every page at both widths, and in the dark scheme at the greater. */
    void into(Path folder, String proposal, Consumer<Path> made) throws IOException {
        for (Page page : pages(proposal)) {
            for (int width : List.of(WIDE, NARROW)) {
                take(page, width, "light", folder.resolve(page.name() + "-" + width + ".png"), made);
            }
            take(page, WIDE, "dark", folder.resolve(page.name() + "-dark.png"), made);
        }
        browser.scheme("light");
    }

    private void take(Page page, int width, String scheme, Path file, Consumer<Path> made) throws IOException {
        open(page, width, HEIGHT, scheme);
        write(file, browser.picture(), made);
    }

    /** The first screen of a ranking and of the pathway map, small enough for a README. */
    void forReadme(Path folder, Consumer<Path> made) throws IOException {
        for (Page page : List.of(
                new Page("ranking", ranking, "document.querySelector('.notes').open = false"),
                new Page("map", ranking + "/map?drug=ruxolitinib"))) {
            open(page, README_WIDE, README_HIGH, "light");
            write(folder.resolve("workbench-" + page.name() + ".png"), browser.picture(README_WIDE, README_HIGH), made);
        }
    }

    private void open(Page page, int width, int height, String scheme) {
        browser.size(width, height);
        browser.scheme(scheme);
        browser.open(gateway.resolve(page.address()));
        if (page.leads()) {
            browser.leave(page.script());
        } else if (!page.script().isEmpty()) {
            browser.run(page.script());
        }
    }

    private static void write(Path file, byte[] picture, Consumer<Path> made) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, picture);
        made.accept(file);
    }
}
