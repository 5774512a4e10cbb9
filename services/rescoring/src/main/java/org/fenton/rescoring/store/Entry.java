package org.fenton.rescoring.store;

import java.io.Serializable;

/**
 * One ranking that is done, and where its bytes lie. Its line has a fixed width, so that the size of a file of them tells
 * how many there are, and a line torn by a crash is seen.
 *
 * @param key hash of all that the ranking was made from
 * @param raw hash of the bytes of the row and of what else enters the key: equal bytes need not be parsed again
 * @param caseId hash of the case without its names
 * @param digest hash of the ranking's bytes
 * @param base path of the segment without the endings of its files
 * @param check CRC-32 of the packed ranking and the packed table
 */
public record Entry(
        String key,
        String raw,
        String caseId,
        String digest,
        String base,
        long rankingAt,
        int rankingLength,
        long tableAt,
        int tableLength,
        long check)
        implements Serializable {
    /** Bytes of a line with its end. */
    public static final int WIDTH = 4 * 65 + 20 + 11 + 20 + 11 + 9;

    String line() {
        return String.format(
                "%s %s %s %s %019d %010d %019d %010d %08x\n",
                key, raw, caseId, digest, rankingAt, rankingLength, tableAt, tableLength, check);
    }

    static Entry parse(String line, String base) {
        String[] words = line.strip().split(" ");
        return new Entry(
                words[0],
                words[1],
                words[2],
                words[3],
                base,
                Long.parseLong(words[4]),
                Integer.parseInt(words[5]),
                Long.parseLong(words[6]),
                Integer.parseInt(words[7]),
                Long.parseLong(words[8], 16));
    }
}
