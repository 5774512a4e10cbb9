package org.fenton.local.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.fenton.local.home.FentonHome;
import org.fenton.local.stack.StackState;
import picocli.CommandLine.Command;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops the running stack. Data stay in .local/.")
public final class DownCommand implements Callable<Integer> {
    private final FentonHome home;

    public DownCommand(FentonHome home) {
        this.home = home;
    }

    @Override
    public Integer call() {
        Optional<StackState> running = StackState.running(home.stateFile());
        running.ifPresent(StackState::stop);
        home.deleteState();
        System.out.println(running.map(state -> "Stopped " + state.members().size() + " processes.")
                .orElse("Nothing is running."));
        return 0;
    }
}
