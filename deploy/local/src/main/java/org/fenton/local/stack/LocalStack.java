package org.fenton.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fenton.local.home.FentonHome;
import org.fenton.local.home.LauncherFailure;

/**
 * PostgreSQL and the three real services as processes of this machine: what {@code fenton up} starts and what the
 * end-to-end test starts on free ports.
 */
public final class LocalStack implements AutoCloseable {
    public static final String CATALOG = "catalog";
    public static final String MODEL = "model";
    public static final String GATEWAY = "gateway";
    public static final String POSTGRES = Postgres.NAME;

    /** The first call of a cold model on a busy machine takes seconds; a ranking without predictions is no first answer. */
    private static final String PATIENCE_MILLIS = "20000";

    private final StackSettings settings;
    private final Progress progress;
    private final DataLock lock;
    private final Guardian guardian;
    private final List<Member> members = new ArrayList<>();
    private final Thread hook = new Thread(this::close, "fenton-stop");
    private final Map<String, Supplier<ServiceProcess>> again = new HashMap<>();
    private Postgres postgres;
    private PostgresServer server;
    private boolean closed;

    private LocalStack(StackSettings settings, Progress progress, DataLock lock) {
        this.settings = settings;
        this.progress = progress;
        this.lock = lock;
        this.guardian = Guardian.post();
    }

    /** Starts everything and returns when every service says it is ready; on any failure nothing is left running. */
    public static LocalStack start(StackSettings settings, Progress progress) {
        FentonHome home = settings.home();
        requireBundle(settings.bundle());
        settings.ports().requireFree();
        DataLock lock = DataLock.take(home.data());
        LocalStack stack = new LocalStack(settings, progress, lock);
        Runtime.getRuntime().addShutdownHook(stack.hook);
        try {
            Files.createDirectories(home.logs());
            stack.startMembers();
            stack.state().write(home.stateFile());
            return stack;
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException("cannot write to " + home.data(), e);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private static void requireBundle(Path bundle) {
        try (Stream<Path> files = Files.list(bundle)) {
            if (files.findAny().isPresent()) {
                return;
            }
        } catch (IOException e) {
            // said below
        }
        throw LauncherFailure.stack(
                "no model bundle in " + bundle + ": name one with FENTON_BUNDLE, or make one with `fenton train`");
    }

    private void startMembers() {
        Instant begin = Instant.now();
        postgres = Postgres.start(settings.home());
        adopt(postgres.member().readyAfter(Duration.between(begin, Instant.now())));
        progress.ready(Postgres.NAME, postgres.member().port(), Duration.between(begin, Instant.now()));

        ReadinessWatch watch = new ReadinessWatch(progress, this::ready, this::pauseWhileClosing);
        StackPorts ports = settings.ports();
        String catalogUrl = "http://127.0.0.1:" + ports.catalog();
        String modelUrl = "http://127.0.0.1:" + ports.model();
        // one machine, 127.0.0.1 only: CDS Hooks callers are not verified here, and `up` says so
        Map<String, String> callees = Map.of(
                "FENTON_CATALOG_URL", catalogUrl,
                "FENTON_MODEL_URL", modelUrl,
                "FENTON_GATEWAY_CDS_TRUST", "OFF",
                "FENTON_GATEWAY_RUNS", settings.home().runs().toString(),
                "QUARKUS_REST_CLIENT_MODEL_READ_TIMEOUT", PATIENCE_MILLIS,
                "ORG_FENTON_GATEWAY_MODEL_MODELCALLS_PREDICTIONS_TIMEOUT_VALUE", PATIENCE_MILLIS,
                "ORG_FENTON_GATEWAY_MODEL_MODELCALLS_ACTIVITIES_TIMEOUT_VALUE", PATIENCE_MILLIS);
        // side by side: the gateway says it is ready only once it has read the catalog's release
        watch.await(List.of(
                start(CATALOG, ports.catalog(), merged(database(), pack("FENTON_CATALOG_PACKS", ""))),
                start(MODEL, ports.model(), bundles()),
                start(
                        GATEWAY,
                        ports.gateway(),
                        merged(merged(database(), callees), pack("FENTON_GATEWAY_POLICY", "policy.json")))));
    }

    /** The bundles to serve, of models and of heads, the others of the clone beside them, and where promotions are recorded. */
    private Map<String, String> bundles() {
        FentonHome home = settings.home();
        return Map.of(
                "FENTON_BUNDLE", settings.bundle().toString(),
                "FENTON_BUNDLES", home.root().resolve("bundles").toString(),
                "FENTON_HEADS", home.heads().toString(),
                "FENTON_HEADS_BESIDE", home.root().resolve("heads").toString(),
                "FENTON_MODEL_STATE", home.data().resolve("model").toString());
    }

    /** The variable that names the pack's folder, or a file of it where it has that file. */
    private Map<String, String> pack(String variable, String file) {
        return settings.pack()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .map(found -> Map.of(variable, found.toString()))
                .orElse(Map.of());
    }

    private Map<String, String> database() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", Postgres.USER,
                "QUARKUS_DATASOURCE_PASSWORD", Postgres.PASSWORD);
    }

    private static Map<String, String> merged(Map<String, String> left, Map<String, String> right) {
        Map<String, String> both = new HashMap<>(left);
        both.putAll(right);
        return both;
    }

    private ServiceProcess start(String name, int port, Map<String, String> configuration) {
        Map<String, String> all = merged(configuration, settings.environment());
        Supplier<ServiceProcess> starting = () -> settings.images()
                .map(images -> ServiceProcess.startFrom(images, settings.home(), name, port, all))
                .orElseGet(() -> ServiceProcess.start(settings.home(), name, port, all));
        again.put(name, starting);
        ServiceProcess service = starting.get();
        adopt(service.member());
        progress.starting(name, port);
        return service;
    }

    private synchronized void adopt(Member member) {
        members.add(member);
        guardian.guard(member);
    }

    /** SIGKILL to a member, as a crash or a machine without memory would; nothing is started in its place. */
    public void kill(String name) {
        if (name.equals(Postgres.NAME)) {
            server = server == null ? new PostgresServer(settings.home(), member(name)) : server;
            server.kill();
        } else {
            member(name).process().ifPresent(Crash::kill);
        }
    }

    /** A member stands still: it holds its connections and answers nothing. */
    public void freeze(String name) {
        member(name).process().ifPresent(process -> Crash.signal(process, "STOP"));
    }

    public void thaw(String name) {
        member(name).process().ifPresent(process -> Crash.signal(process, "CONT"));
    }

    /** PostgreSQL shuts down in order: connections are closed, nothing has to be recovered. */
    public void shutDownPostgres() {
        server = server == null ? new PostgresServer(settings.home(), member(POSTGRES)) : server;
        server.shutDown();
    }

    /** Starts a PostgreSQL that was stopped inside of another command. */
    public void startPostgresInside(List<String> command) {
        adoptInPlaceOf(member(POSTGRES), server.startAgain(command));
    }

    /** Starts a killed member on its old port and data and returns before it is ready, as a supervisor would. */
    public void startAgain(String name) {
        Member dead = member(name);
        Member member = name.equals(Postgres.NAME)
                ? server.startAgain()
                : again.get(name).get().member();
        adoptInPlaceOf(dead, member);
    }

    private void adoptInPlaceOf(Member dead, Member member) {
        synchronized (this) {
            members.replaceAll(each -> each.pid() == dead.pid() ? member : each);
        }
        guardian.guard(member);
    }

    private Member member(String name) {
        return state().member(name);
    }

    private synchronized void ready(Member member) {
        members.replaceAll(each -> each.pid() == member.pid() ? member : each);
    }

    /** Ctrl-C ends the children from another thread: that is no failure to report. */
    private synchronized void pauseWhileClosing() {
        while (closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    public synchronized StackState state() {
        Member launcher = Member.of(
                "launcher", ProcessHandle.current(), 0, settings.home().logs());
        return new StackState(
                StackState.FORMAT,
                settings.lifetime(),
                launcher,
                settings.bundle().toString(),
                List.copyOf(members));
    }

    public URI gateway() {
        return state().address(GATEWAY);
    }

    public URI catalog() {
        return state().address(CATALOG);
    }

    /** Lets the processes outlive this launcher; {@code fenton down} finds them through the state file. */
    public void leaveRunning() {
        Runtime.getRuntime().removeShutdownHook(hook);
        guardian.close();
        lock.close();
    }

    /** Returns when a member has ended, naming it. */
    public Member awaitFirstEnd() {
        while (true) {
            for (Member member : state().members()) {
                if (member.process().isEmpty()) {
                    pauseWhileClosing();
                    return member;
                }
            }
            ReadinessWatch.pause();
        }
    }

    private void release() {
        try {
            postgres.release();
        } catch (LauncherFailure ended) {
            if (server == null) {
                throw ended;
            }
            // the server was stopped with the members; the library knows only the one that was killed
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Member.stopInReverse(members);
        if (postgres == null) {
            Postgres.stopLeftOver(settings.home());
        } else {
            release();
        }
        guardian.close();
        settings.home().deleteState();
        lock.close();
    }
}
