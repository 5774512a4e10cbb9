package org.fenton.core.pathway;

/** A table as read: the matrix, and what became of the table's rows. */
public record ReadExpression(ExpressionMatrix matrix, MappingReport mapping) {}
