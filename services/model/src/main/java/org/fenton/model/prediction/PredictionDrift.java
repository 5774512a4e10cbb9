package org.fenton.model.prediction;

/**
 * Population stability index of predicted probabilities: the last {@value #WINDOW} against the first {@value #WINDOW} since the
 * start, {@code sum over tenths of (q - p) ln(q / p)}, p and q the shares of the first and the last in each tenth of [0, 1], with
 * half a count added to each tenth. 0: the same; above 0.2 is usually called a shift. NaN until both windows are full.
 */
final class PredictionDrift {
    static final int WINDOW = 5_000;
    private static final int TENTHS = 10;

    private final int[] first = new int[TENTHS];
    private final int[] last = new int[TENTHS];
    private final byte[] ring = new byte[WINDOW];
    private long seen;

    /** @param probability 0 to 1 */
    synchronized void add(double probability) {
        byte tenth = (byte) Math.min(TENTHS - 1, Math.max(0, (int) (probability * TENTHS)));
        if (seen < WINDOW) {
            first[tenth]++;
        } else {
            int at = (int) (seen % WINDOW);
            if (seen >= 2L * WINDOW) {
                last[ring[at]]--;
            }
            ring[at] = tenth;
            last[tenth]++;
        }
        seen++;
    }

    synchronized double index() {
        if (seen < 2L * WINDOW) {
            return Double.NaN;
        }
        double sum = 0;
        double all = WINDOW + TENTHS / 2.0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            double p = (first[tenth] + 0.5) / all;
            double q = (last[tenth] + 0.5) / all;
            sum += (q - p) * Math.log(q / p);
        }
        return sum;
    }
}
