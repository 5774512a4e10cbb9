package org.fenton.catalog.mechanism;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class SignColumn implements AttributeConverter<Sign, String> {
    @Override
    public String convertToDatabaseColumn(Sign sign) {
        return sign.toString();
    }

    @Override
    public Sign convertToEntityAttribute(String column) {
        return Sign.of(column);
    }
}
