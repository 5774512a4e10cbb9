package org.fenton.gateway.model;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bundle was asked since its model service started, of one replica.
 *
 * @param answered candidates that got a probability
 * @param abstained candidates that got none, being too far from what the bundle was trained on
 * @param stability population stability index of its probabilities, the latest against the first; empty while there are too few
 */
public record LiveUse(long answered, long abstained, OptionalDouble stability) {
    private static final Pattern LINE = Pattern.compile("(?m)^(fenton_model_\\w+)\\{([^}]*)\\} (\\S+)$");

    static LiveUse read(String metrics, String bundle) {
        long answered = 0;
        long abstained = 0;
        OptionalDouble stability = OptionalDouble.empty();
        Matcher lines = LINE.matcher(metrics);
        while (lines.find()) {
            String labels = lines.group(2);
            if (!labels.contains("bundle=\"" + bundle + "\"")) {
                continue;
            }
            double value = number(lines.group(3));
            switch (lines.group(1)) {
                case "fenton_model_candidates_total" -> {
                    answered += labels.contains("outcome=\"answered\"") ? (long) value : 0;
                    abstained += labels.contains("outcome=\"abstained\"") ? (long) value : 0;
                }
                case "fenton_model_prediction_psi" ->
                    stability = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
                default -> {}
            }
        }
        return new LiveUse(answered, abstained, stability);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException infinite) {
            return Double.NaN;
        }
    }

    public long asked() {
        return answered + abstained;
    }
}
