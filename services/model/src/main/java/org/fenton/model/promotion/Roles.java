package org.fenton.model.promotion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.model.promotion.Promotion.Role;

/** Who has which role after a history, and who had it before: a roll back takes back the last change that was not taken back yet. */
final class Roles {
    private final Map<Role, Deque<Optional<String>>> stacks = new EnumMap<>(Role.class);

    private Roles() {
        for (Role role : Role.values()) {
            stacks.put(role, new ArrayDeque<>(List.of(Optional.empty())));
        }
    }

    static Roles after(List<Promotion> history) {
        Roles roles = new Roles();
        history.forEach(roles::apply);
        return roles;
    }

    private void apply(Promotion promotion) {
        Deque<Optional<String>> stack = stacks.get(promotion.role());
        if (promotion.action() == Promotion.Action.ROLL_BACK) {
            stack.pop();
        } else {
            stack.push(Optional.ofNullable(promotion.bundle()));
        }
    }

    Optional<String> holder(Role role) {
        return stacks.get(role).element();
    }

    /** Who a roll back would give the role to: empty when to nobody, and no element when there is nothing to take back. */
    List<Optional<String>> before(Role role) {
        List<Optional<String>> newestFirst = new ArrayList<>(stacks.get(role));
        boolean firstActive = role == Role.ACTIVE && newestFirst.size() == 2;
        return newestFirst.size() < 2 || firstActive ? List.of() : List.of(newestFirst.get(1));
    }
}
