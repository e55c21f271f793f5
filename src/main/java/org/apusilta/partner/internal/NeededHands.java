package org.apusilta.partner.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.volunteer.PartnerTasks;
import org.springframework.stereotype.Component;

/** Partners where somebody who would like to help is welcome: they take what that person would do, where that person lives. */
@Component
class NeededHands implements PartnerTasks {

    private final Partners partners;

    NeededHands(Partners partners) {
        this.partners = partners;
    }

    @Override
    public List<String> forSomebody(Collection<String> kinds, String major) {
        return partners.all().stream().filter(one -> one.active() && !Collections.disjoint(one.kinds(), kinds) && (one.wholeCity() || one.areas().contains(major)))
                .map(Partner::name).toList();
    }
}
