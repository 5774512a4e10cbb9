package org.fenton.learning.activity;

import org.fenton.learning.scoring.BenchScore;
import org.fenton.learning.signs.SignSuiteCommand;
import picocli.CommandLine.Command;

/** The measuring commands of the learning jar; each prints its figures as one JSON object on the last line. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures; the last line is one JSON object.",
        subcommands = {BenchActivity.class, BenchScore.class, FixtureCheck.class, SignSuiteCommand.class})
public final class BenchCommand {}
