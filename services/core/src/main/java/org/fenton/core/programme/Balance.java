package org.fenton.core.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenton.core.pathway.PathwayActivity;
import org.fenton.core.programme.ProgrammeActivity.Coverage;
import org.fenton.core.programme.ProgrammeActivity.Score;

/**
 * Balances of activities in one condition.
 *
 * @param activities by network
 * @param sets the gene programmes of the condition, by key
 */
record Balance(Map<String, MemberActivities> activities, Map<String, ProgrammeActivity> sets, String condition) {
    /** One member: its t value where it has one. */
    private record Part(ActivityProgramme.Member member, Optional<Score> score, int measured, int total) {}

    /** Sums over the scored members of one arm. */
    private record Arm(double mean, double variance, String lack) {}

    ProgrammeActivity of(ActivityProgramme programme) {
        List<Part> parts = programme.members().stream().map(this::part).toList();
        Arm up = arm(programme, parts, 1);
        Arm down = arm(programme, parts, -1);
        String lack = up.lack().isEmpty() ? down.lack() : up.lack();
        List<String> missing = parts.stream()
                .filter(part -> part.score().isEmpty())
                .map(part -> part.member().name())
                .toList();
        int measured = parts.stream()
                .filter(part -> part.score().isPresent())
                .mapToInt(Part::measured)
                .sum();
        Coverage coverage =
                new Coverage(measured, parts.stream().mapToInt(Part::total).sum(), missing, lack);
        if (!lack.isEmpty()) {
            return new ProgrammeActivity(programme.key(), condition, Optional.empty(), coverage);
        }
        OptionalDouble p =
                parts.size() == 1 ? parts.get(0).score().orElseThrow().pValue() : OptionalDouble.empty();
        Score score = new Score(
                up.mean() - down.mean(), Math.sqrt(up.variance() + down.variance()), p, OptionalDouble.empty());
        return new ProgrammeActivity(programme.key(), condition, Optional.of(score), coverage);
    }

    private Part part(ActivityProgramme.Member member) {
        if (member.network().equals(ActivityProgramme.PROGRAMMES)) {
            ProgrammeActivity set = sets.get(member.activity());
            return new Part(
                    member,
                    set.score(),
                    set.coverage().measured(),
                    set.coverage().total());
        }
        MemberActivities network = activities.get(member.network());
        var coverage = network.coverage(member.activity());
        Optional<Score> score = network.find(member.activity(), condition)
                .map((PathwayActivity t) ->
                        new Score(t.score(), Math.sqrt(1 / coverage.fraction()), t.pValue(), OptionalDouble.empty()));
        return new Part(member, score, coverage.measured(), coverage.total());
    }

    private static Arm arm(ActivityProgramme programme, List<Part> parts, int sign) {
        int size = programme.arm(sign).size();
        List<Score> scores = new ArrayList<>();
        for (Part part : parts) {
            if (part.member().sign() == sign) {
                part.score().ifPresent(scores::add);
            }
        }
        if (size == 0) {
            return new Arm(0, 0, "");
        }
        int needed = Programme.needed(size);
        int n = scores.size();
        if (n < needed) {
            String lack = n + " of " + size + " activities on its " + (sign > 0 ? "raising" : "lowering")
                    + " side have enough measured targets, " + needed + " needed";
            return new Arm(0, 0, lack);
        }
        double sum = scores.stream().mapToDouble(Score::value).sum();
        double squares = scores.stream().mapToDouble(s -> s.doubt() * s.doubt()).sum();
        return new Arm(sum / n, (double) size / n * squares / ((double) n * n), "");
    }
}
