package org.fenton.catalog.claim;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class SubjectTypeColumn implements AttributeConverter<SubjectType, String> {
    @Override
    public String convertToDatabaseColumn(SubjectType type) {
        return type.type();
    }

    @Override
    public SubjectType convertToEntityAttribute(String column) {
        return SubjectType.of(column);
    }
}
