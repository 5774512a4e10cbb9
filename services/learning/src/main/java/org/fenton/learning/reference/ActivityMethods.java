package org.fenton.learning.reference;

import java.util.List;
import org.fenton.core.pathway.ActivityMethod;
import org.fenton.core.pathway.Mlm;
import org.fenton.core.pathway.Ulm;
import org.fenton.core.pathway.Viper;
import org.fenton.core.pathway.Viper.Pleiotropy;
import org.fenton.core.pathway.Wmean;
import org.fenton.core.pathway.Wsum;

/** The methods by the names that the command line and the service take. */
public final class ActivityMethods {
    private static final List<ActivityMethod> METHODS =
            List.of(new Ulm(), new Mlm(), new Wsum(), new Wmean(), new Viper(Pleiotropy.CORRECTED));

    private ActivityMethods() {}

    /** {@code ulm}, {@code mlm}, {@code wsum}, {@code wmean}, {@code viper}. */
    public static List<String> names() {
        return METHODS.stream().map(ActivityMethod::key).toList();
    }

    /**
     * The method of that name; viper with pleiotropy corrected, as the reference does by default.
     *
     * @throws IllegalArgumentException naming the known methods
     */
    public static ActivityMethod named(String name) {
        return METHODS.stream()
                .filter(method -> method.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no method '" + name + "'; use one of " + String.join(", ", names())));
    }
}
