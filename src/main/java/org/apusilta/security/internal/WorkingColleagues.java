package org.apusilta.security.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.security.Role;
import org.springframework.stereotype.Component;

/** Coordinators and leads out of the accounts. */
@Component
class WorkingColleagues implements Colleagues {

    private final AccountTable accounts;

    WorkingColleagues(AccountTable accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Colleague> all() {
        return working(accounts.all().stream()).sorted(Comparator.comparing(Colleague::name)).toList();
    }

    @Override
    public Optional<Colleague> find(String username) {
        return working(accounts.find(username).stream()).findFirst();
    }

    @Override
    public Optional<Colleague> find(UUID code) {
        return working(accounts.all().stream()).filter(one -> one.code().equals(code)).findFirst();
    }

    private static Stream<Colleague> working(Stream<Account> accounts) {
        return accounts.filter(Account::active).filter(one -> one.role() == Role.COORDINATOR || one.role() == Role.LEAD)
                .map(one -> new Colleague(one.username(), one.code(), one.displayName(), one.role(),
                        one.role() == Role.LEAD ? Access.ALL_DISTRICTS : one.districts(), one.standsInFor()));
    }
}
