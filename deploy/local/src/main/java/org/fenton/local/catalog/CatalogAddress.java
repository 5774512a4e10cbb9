package org.fenton.local.catalog;

import java.net.URI;
import org.fenton.local.home.BearerToken;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;
import org.fenton.local.stack.LocalStack;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which catalog a command speaks to. */
final class CatalogAddress {
    private static final String DEFAULT = "http://127.0.0.1:8081";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The catalog's address. Default: that of the running stack, else " + DEFAULT + ".")
    private String url;

    @Mixin
    private BearerToken token = new BearerToken();

    CatalogClient client(FentonHome home) {
        if (url == null) {
            return new CatalogClient(
                    StackState.running(home.stateFile())
                            .map(state -> state.address(LocalStack.CATALOG))
                            .orElse(URI.create(DEFAULT)),
                    token);
        }
        if (!url.matches("https?://[^/?#]+/?")) {
            throw LauncherFailure.input("--url '" + url + "' should be like " + DEFAULT);
        }
        return new CatalogClient(URI.create(url), token);
    }
}
