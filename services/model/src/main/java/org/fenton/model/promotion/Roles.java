package org.fenton.model.promotion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenton.model.promotion.Promotion.Kind;
import org.fenton.model.promotion.Promotion.Role;

/** Who has which role after a history, and who had it before: a roll back takes back the last change that was not taken back yet. */
final class Roles {
    private final Map<Seat, Deque<Optional<String>>> stacks = new HashMap<>();

    private record Seat(Kind kind, Role role) {}

    private Roles() {
        for (Kind kind : Kind.values()) {
            for (Role role : Role.values()) {
                stacks.put(new Seat(kind, role), new ArrayDeque<>(List.of(Optional.empty())));
            }
        }
    }

    static Roles after(List<Promotion> history) {
        Roles roles = new Roles();
        history.forEach(roles::apply);
        return roles;
    }

    private void apply(Promotion promotion) {
        Deque<Optional<String>> stack = stacks.get(new Seat(promotion.kind(), promotion.role()));
        if (promotion.action() == Promotion.Action.ROLL_BACK) {
            stack.pop();
        } else {
            stack.push(Optional.ofNullable(promotion.bundle()));
        }
    }

    Optional<String> holder(Kind kind, Role role) {
        return stacks.get(new Seat(kind, role)).element();
    }

    /** Who a roll back would give the role to: empty when to nobody, and no element when there is nothing to take back. */
    List<Optional<String>> before(Kind kind, Role role) {
        List<Optional<String>> newestFirst = new ArrayList<>(stacks.get(new Seat(kind, role)));
        boolean firstActive = role == Role.ACTIVE && newestFirst.size() == 2;
        return newestFirst.size() < 2 || firstActive ? List.of() : List.of(newestFirst.get(1));
    }
}
