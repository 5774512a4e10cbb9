package org.fenton.documents;

import java.util.List;
import java.util.stream.Collectors;

/** A document that cannot be used, with every problem found, each at its place. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param pointer JSON pointer to the place, or {@code line:column} for text that is not JSON
     * @param detail what is wrong
     * @param suggestion what would be right; empty when nothing can be suggested
     */
    public record Problem(String pointer, String detail, String suggestion) {
        @Override
        public String toString() {
            return (pointer.isEmpty() ? "/" : pointer) + ": " + detail
                    + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
        }
    }

    public DocumentException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
