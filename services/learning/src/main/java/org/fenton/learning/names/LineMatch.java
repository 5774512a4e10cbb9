package org.fenton.learning.names;

import java.util.List;

/** What a user's word for a cell line turned out to be. */
public sealed interface LineMatch {
    record Known(KnownLine line) implements LineMatch {}

    /** None, or several; a suggestion is never taken for the line. */
    record Unknown(List<String> suggestions) implements LineMatch {}
}
