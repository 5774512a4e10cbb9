package org.fenton.rescoring;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes: 4096, 64k, 8m, 1g. */
final class Bytes implements ITypeConverter<Long> {
    private static final String UNITS = "kmg";

    @Override
    public Long convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = UNITS.indexOf(lower.charAt(lower.length() - 1)) + 1;
        String digits = unit == 0 ? lower : lower.substring(0, lower.length() - 1);
        if (!digits.matches("[1-9][0-9]{0,11}")) {
            throw new TypeConversionException("'" + text + "' is no size; for example 64m");
        }
        return Long.parseLong(digits) << (10 * unit);
    }
}
