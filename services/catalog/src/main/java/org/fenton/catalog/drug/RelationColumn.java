package org.fenton.catalog.drug;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class RelationColumn implements AttributeConverter<Relation, String> {
    @Override
    public String convertToDatabaseColumn(Relation relation) {
        return relation == null ? null : relation.toString();
    }

    @Override
    public Relation convertToEntityAttribute(String column) {
        return column == null ? null : Relation.of(column);
    }
}
