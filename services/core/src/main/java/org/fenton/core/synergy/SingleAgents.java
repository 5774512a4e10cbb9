package org.fenton.core.synergy;

/** Both drugs of a pair alone, in the order of the matrix's axes. */
public record SingleAgents(SingleAgent a, SingleAgent b) {
    /** Both, fitted; index 0 of either axis is dose 0 because a matrix holds each drug alone. */
    public static SingleAgents of(DoseResponseMatrix matrix) {
        return new SingleAgents(SingleAgent.first(matrix), SingleAgent.first(matrix.swapped()));
    }
}
