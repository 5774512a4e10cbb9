package org.fenton.catalog.claim;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
public class AgentTypeColumn implements AttributeConverter<AgentType, String> {
    @Override
    public String convertToDatabaseColumn(AgentType agent) {
        return agent.toString();
    }

    @Override
    public AgentType convertToEntityAttribute(String column) {
        return AgentType.of(column);
    }
}
