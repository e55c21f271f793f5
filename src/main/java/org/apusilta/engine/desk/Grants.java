package org.apusilta.engine.desk;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apusilta.engine.identity.Groups;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * The rights of each group, as a list; at every start the engine's table is made to say exactly this. What is missing is
 * missing on purpose: a coordinator sees a task because its candidate group is theirs, and no instance, no history and no
 * other district's task. There are no revokes (R53).
 */
@Component
class Grants {

    /** This group may do this to that. */
    private record Grant(String group, Resource resource, String id, List<Permission> permissions) {

        static Grant of(String group, Resource resource, String id, Permission... permissions) {
            return new Grant(group, resource, id, List.of(permissions));
        }

        boolean sameAs(Authorization row) {
            return group.equals(row.getGroupId()) && resource.resourceType() == row.getResourceType() && id.equals(row.getResourceId())
                    && ((AuthorizationEntity) row).getPermissions() == permissions.stream().mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
        }
    }

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** @param filters ids of the filters all who work with tasks may use */
    void put(Collection<String> filters) {
        var missing = new ArrayList<>(wanted(filters).toList());
        for (var row : standing()) {
            if (!missing.removeIf(grant -> grant.sameAs(row))) {
                authorizations.deleteAuthorization(row.getId());
            }
        }
        missing.forEach(this::save);
    }

    private static Stream<Grant> wanted(Collection<String> filters) {
        var desks = Stream.concat(Groups.COORDINATORS.stream(), Stream.of(Groups.LEADS)).toList();
        return Stream.of(
                desks.stream().map(group -> Grant.of(group, APPLICATION, "tasklist", Permissions.ACCESS)),
                desks.stream().flatMap(group -> filters.stream().map(filter -> Grant.of(group, FILTER, filter, Permissions.READ))),
                // the drawing and its name, nothing that runs
                Groups.COORDINATORS.stream().map(group -> Grant.of(group, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ)),
                Stream.of(Grant.of(Groups.LEADS, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.TASK_ASSIGN, ProcessDefinitionPermissions.READ_INSTANCE)),
                managers(),
                Arrays.stream(Resources.values()).map(resource -> Grant.of(Groups.ADMINS, resource, ANY, Permissions.ALL)))
                .flatMap(grants -> grants);
    }

    /** Cockpit to look at: no task to work, no retry, no change. */
    private static Stream<Grant> managers() {
        return Stream.of(Grant.of(Groups.MANAGERS, APPLICATION, "cockpit", Permissions.ACCESS),
                Grant.of(Groups.MANAGERS, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY),
                Grant.of(Groups.MANAGERS, DEPLOYMENT, ANY, Permissions.READ),
                Grant.of(Groups.MANAGERS, DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
                Grant.of(Groups.MANAGERS, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    /** @return what our groups have now, without the rights on single tasks that come and go with the tasks */
    private List<Authorization> standing() {
        var ours = new HashSet<>(Groups.COORDINATORS);
        ours.addAll(Set.of(Groups.LEADS, Groups.MANAGERS, Groups.ADMINS, Groups.SOCIAL_WORKERS));
        return authorizations.createAuthorizationQuery().groupIdIn(ours.toArray(String[]::new)).list().stream()
                .filter(row -> row.getResourceType() != TASK.resourceType() || row.getResourceId().equals(ANY)).toList();
    }

    private void save(Grant grant) {
        var row = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        row.setGroupId(grant.group());
        row.setResource(grant.resource());
        row.setResourceId(grant.id());
        row.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(row);
    }
}
