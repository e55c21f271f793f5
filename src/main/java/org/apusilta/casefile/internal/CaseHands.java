package org.apusilta.casefile.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.apusilta.casefile.CaseWork;
import org.apusilta.casefile.process.CaseTasks;
import org.apusilta.casefile.process.CaseTasks.Open;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.relationship.Supports;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.security.Colleagues.Colleague;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves cases from hand to hand by the rules of {@link CaseWork}: owner, tasks and letter in one transaction. */
@Service
@Transactional
class CaseHands implements CaseWork {

    private final HelpRequests requests;
    private final CaseOwners owners;
    private final CaseTasks tasks;
    private final Colleagues colleagues;
    private final CaseNames names;
    private final Supports supports;
    private final Volunteers volunteers;
    private final Messages messages;
    private final Access access;

    CaseHands(HelpRequests requests, CaseOwners owners, CaseTasks tasks, Colleagues colleagues, CaseNames names, Supports supports, Volunteers volunteers, Messages messages, Access access) {
        this.requests = requests;
        this.owners = owners;
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.names = names;
        this.supports = supports;
        this.volunteers = volunteers;
        this.messages = messages;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> ownerName(UUID caseId) {
        return owners.of(caseId).map(names::staff);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayTake(UUID caseId) {
        var owner = owners.of(caseId).orElse(null);
        return me().filter(me -> !me.username().equals(owner) && mayTakeFrom(me, owner)).isPresent() && open(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> mayHandTo(UUID caseId) {
        var facts = open(caseId).orElse(null);
        var owner = owners.of(caseId).orElse(null);
        if (facts == null || me().filter(me -> mayHandFrom(me, owner)).isEmpty()) {
            return List.of();
        }
        return colleagues.all().stream().filter(one -> one.worksIn(facts.major()) && !one.username().equals(owner)).toList();
    }

    @Override
    public Result take(Collection<UUID> cases) {
        var me = me().orElseThrow(() -> new AccessDeniedException("no work of theirs"));
        return each(cases, CaseHands::mayTakeFrom, me, me, false);
    }

    @Override
    public Result handOver(Collection<UUID> cases, String to, boolean tell) {
        var me = me().orElseThrow(() -> new AccessDeniedException("no work of theirs"));
        return each(cases, CaseHands::mayHandFrom, me, known(to), tell);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> whoseAll() {
        return me().map(me -> colleagues.all().stream().filter(one -> mayHandFrom(me, one.username())).toList()).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public int count(String account) {
        return owners.openCases(account).size();
    }

    @Override
    public Result handOverAll(String from, String to) {
        var me = me().filter(one -> mayHandFrom(one, from)).orElseThrow(() -> new AccessDeniedException("not theirs to hand over"));
        // the person's own rights decide no more: the cases may lie in districts the lead or deputy alone sees
        var result = each(owners.openCases(from), (any, owner) -> true, me, known(to), true);
        giveClaimed(from, known(to));
        return result;
    }

    /** Single tasks in cases that others answer for. */
    private void giveClaimed(String from, Colleague to) {
        for (var id : owners.casesClaimedIn(from)) {
            open(id).filter(facts -> to.worksIn(facts.major())).ifPresent(facts -> tasks.assign(tasks.of(id).stream()
                    .filter(task -> from.equals(task.assignee()) && (to.leads() || !"leads".equals(task.team()))).toList(), to.username()));
        }
    }

    private Result each(Collection<UUID> cases, BiPredicate<Colleague, @Nullable String> allowed, Colleague me, Colleague to, boolean tell) {
        int moved = 0;
        for (var id : cases) {
            var facts = open(id).orElse(null);
            var owner = owners.locked(id).orElse(null);
            if (facts != null && allowed.test(me, owner) && to.worksIn(facts.major())) {
                move(facts, owner, me, to, tell);
                moved++;
            }
        }
        return new Result(moved, cases.size() - moved);
    }

    private void move(CaseFacts facts, @Nullable String owner, Colleague me, Colleague to, boolean tell) {
        var handed = tasks.of(facts.id()).stream().filter(task -> !to.username().equals(task.assignee()) && goesAlong(task, owner, me, to)).toList();
        tasks.assign(handed, to.username());
        if (to.username().equals(owner)) {
            return;
        }
        var letter = tell && owner != null;
        owners.change(facts.id(), owner, to.username(), me.username(), letter);
        if (letter) {
            write(facts, to);
        }
    }

    /** What a third person has claimed stays theirs; a free task goes to whoever takes it, or where the lead puts it. */
    private static boolean goesAlong(Open task, @Nullable String owner, Colleague me, Colleague to) {
        if ("leads".equals(task.team()) && !to.leads()) {
            return false;
        }
        return task.assignee() == null ? me.leads() || me.equals(to) : task.assignee().equals(owner) || task.assignee().equals(me.username());
    }

    private void write(CaseFacts facts, Colleague to) {
        var client = requests.client(facts.id());
        messages.send(new Messages.Draft(facts.id(), new Recipient(Recipient.Role.CLIENT, client.name(), client.email(), client.phone(), client.language()),
                "coordinator-changed", Map.of("reference", facts.reference(), "coordinator", to.name()), null));
        supports.of(facts.id()).filter(support -> support.endedAt() == null).flatMap(support -> volunteers.contact(support.volunteerId())).ifPresent(volunteer ->
                messages.send(new Messages.Draft(facts.id(), new Recipient(Recipient.Role.VOLUNTEER, volunteer.name(), volunteer.email(), volunteer.phone(), volunteer.language()),
                        "coordinator-changed-volunteer", Map.of("reference", facts.reference(), "coordinator", to.name()), null)));
    }

    private static boolean mayTakeFrom(Colleague me, @Nullable String owner) {
        return owner == null || mayHandFrom(me, owner);
    }

    private static boolean mayHandFrom(Colleague me, @Nullable String owner) {
        return me.leads() || me.username().equals(owner) || owner != null && me.standsInFor().contains(owner);
    }

    /** @return the case, when it is open and of the caller's districts */
    private Optional<CaseFacts> open(UUID id) {
        return requests.find(id).filter(facts -> facts.outcome() == null && access.maySeeDistrict(facts.major()));
    }

    private Optional<Colleague> me() {
        return colleagues.find(access.username());
    }

    private Colleague known(String username) {
        return colleagues.find(username).orElseThrow(() -> new NoSuchElementException("no such colleague"));
    }
}
