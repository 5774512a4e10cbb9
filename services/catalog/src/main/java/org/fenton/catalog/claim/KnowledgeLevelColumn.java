package org.fenton.catalog.claim;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class KnowledgeLevelColumn implements AttributeConverter<KnowledgeLevel, String> {
    @Override
    public String convertToDatabaseColumn(KnowledgeLevel level) {
        return level.toString();
    }

    @Override
    public KnowledgeLevel convertToEntityAttribute(String column) {
        return KnowledgeLevel.of(column);
    }
}
