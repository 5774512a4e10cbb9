package org.fenton.catalog.transfer;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How an entity lies in its table, read off the mapping it already declares, so that a new column needs no second
 * description here. Collections of embeddables lie in child tables, one row an element, in their order.
 *
 * @param key the column that says which row a child belongs to; null for the entity's own table
 */
record TableShape(String table, String key, List<ColumnShape> columns, List<Child> children) {

    /** One column and how its value is taken from a row object. */
    record ColumnShape(String name, Function<Object, Object> value) {}

    /** A child table and how its elements are taken from the parent. */
    record Child(TableShape shape, Function<Object, List<?>> elements) {}

    static TableShape of(Class<?> entity) {
        List<ColumnShape> columns = new ArrayList<>();
        List<Child> children = new ArrayList<>();
        // Quarkus narrows the public fields of an entity when it builds the service.
        for (Field field : entity.getDeclaredFields()) {
            boolean isColumn = !Modifier.isStatic(field.getModifiers())
                    && !field.isSynthetic()
                    && !field.getName().startsWith("$")
                    && !field.isAnnotationPresent(Transient.class)
                    && !field.isAnnotationPresent(OneToMany.class);
            if (!isColumn) {
                continue;
            }
            field.setAccessible(true);
            if (field.isAnnotationPresent(ElementCollection.class)) {
                children.add(child(field));
            } else if (field.isAnnotationPresent(Embedded.class)) {
                embedded(field.getType())
                        .forEach(part -> columns.add(new ColumnShape(part.name, row -> {
                            Object whole = read(field, row);
                            return whole == null ? null : part.value.apply(whole);
                        })));
            } else if (isInserted(field)) {
                columns.add(column(field));
            }
        }
        return new TableShape(entity.getAnnotation(Table.class).name(), null, columns, children);
    }

    /** The same with one child table only: a file that does not hold the others leaves them as they are. */
    TableShape onlyWith(String childTable) {
        List<Child> kept = children.stream()
                .filter(child -> child.shape.table.equals(childTable))
                .toList();
        return new TableShape(table, key, columns, kept);
    }

    /** The child table of one entity's collection, for rows that arrive without their parent. */
    static TableShape ofCollection(Class<?> entity, String field) {
        try {
            return child(entity.getDeclaredField(field)).shape;
        } catch (NoSuchFieldException noSuchField) {
            throw new IllegalArgumentException(entity + " has no " + field, noSuchField);
        }
    }

    private static boolean isInserted(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.insertable();
    }

    private static Child child(Field field) {
        CollectionTable table = field.getAnnotation(CollectionTable.class);
        Class<?> element = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        String key = table.joinColumns()[0].name();
        TableShape shape = new TableShape(table.name(), key, embedded(element), List.of());
        return new Child(shape, row -> {
            Object list = read(field, row);
            return list == null ? List.of() : (List<?>) list;
        });
    }

    private static List<ColumnShape> embedded(Class<?> type) {
        List<ColumnShape> columns = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            try {
                Field field = type.getDeclaredField(component.getName());
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                Function<Object, Object> stored = relational(field);
                columns.add(new ColumnShape(name(field), row -> {
                    try {
                        return stored.apply(accessor.invoke(row));
                    } catch (ReflectiveOperationException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                }));
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException("a record has a field for each component", impossible);
            }
        }
        return columns;
    }

    private static ColumnShape column(Field field) {
        if (field.isAnnotationPresent(ManyToOne.class)) {
            Field id = idOf(field.getType());
            return new ColumnShape(field.getAnnotation(JoinColumn.class).name(), row -> {
                Object target = read(field, row);
                return target == null ? null : read(id, target);
            });
        }
        Function<Object, Object> stored = relational(field);
        return new ColumnShape(name(field), row -> stored.apply(read(field, row)));
    }

    private static Field idOf(Class<?> entity) {
        try {
            Field id = entity.getDeclaredField("id");
            id.setAccessible(true);
            return id;
        } catch (NoSuchFieldException noKey) {
            throw new IllegalStateException(entity + " has no natural key id", noKey);
        }
    }

    private static Object read(Field field, Object row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException notOpen) {
            throw new IllegalStateException(notOpen);
        }
    }

    /** What the mapping stores: a converter's answer, an enum's name, or the value as it is; decided once a column. */
    private static Function<Object, Object> relational(Field field) {
        Convert convert = field.getAnnotation(Convert.class);
        if (convert != null) {
            AttributeConverter<Object, ?> converter = converter(convert);
            return value -> value == null ? null : converter.convertToDatabaseColumn(value);
        }
        if (field.getType().isEnum()) {
            // Without @Enumerated a converter applies by itself; each spells a constant as its toString.
            boolean byName = field.isAnnotationPresent(Enumerated.class);
            return value -> value == null ? null : byName ? ((Enum<?>) value).name() : value.toString();
        }
        return Function.identity();
    }

    @SuppressWarnings("unchecked")
    private static AttributeConverter<Object, ?> converter(Convert convert) {
        try {
            return convert.converter().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException noConstructor) {
            throw new IllegalStateException(noConstructor);
        }
    }

    private static String name(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column != null && !column.name().isEmpty()
                ? column.name()
                : field.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
