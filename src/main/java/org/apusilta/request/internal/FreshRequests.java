package org.apusilta.request.internal;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a new request with its people, its consent and its kinds in one way to the database; by Hibernate it is six, and twice the work. */
@Component
class FreshRequests {

    private static final String INSERT = """
            WITH number AS (
              SELECT nextval('apusilta.help_request_number')::text AS n
            ), client AS (
              INSERT INTO apusilta.client (request_id, name, phone, email, birth_year, language, address, practical)
              VALUES (:id, :clientName, :clientPhone, :clientEmail, :birthYear, :clientLanguage, :address, jsonb_object(:practicalKeys::text[], :practicalValues::text[]))
            ), requester AS (
              INSERT INTO apusilta.requester (request_id, name, email, phone, organisation, language)
              VALUES (:id, :requesterName, :requesterEmail, :requesterPhone, :organisation, :requesterLanguage)
            ), consent AS (
              INSERT INTO apusilta.consent (request_id, asked_by, asked_on, given_to, recorded_at) VALUES (:id, :consentAskedBy, :consentAskedOn, :givenTo, :recordedAt)
            ), kinds AS (
              INSERT INTO apusilta.request_kind (request_id, position, kind)
              SELECT :id, place - 1, kind FROM unnest(:kinds::text[]) WITH ORDINALITY AS wanted (kind, place)
            )
            INSERT INTO apusilta.help_request (id, reference, asked_by, district, major, description, times, languages, recurring, hours_per_week, pets_at_home,
                smoking_at_home, needs_strength, needs_car, gender_wish, start_on, escort, responsible_for_care, contact_person, contact_deputy, tell_back,
                received_at, submitted_by, previous_id, instance_id, version)
            SELECT :id, 'AP-' || :year::int || '-' || lpad(n, greatest(5, length(n)), '0'), :askedBy, :district, :major, :description, :times::text[], :languages::text[],
                :recurring, :hoursPerWeek, :petsAtHome, :smokingAtHome, :needsStrength, :needsCar, :genderWish, :startOn, jsonb_object(:escortKeys::text[], :escortValues::text[]),
                :responsible, :contactPerson, :contactDeputy, :tellBack, :receivedAt, :submittedBy, :previousId, :instanceId, 0
            FROM number RETURNING reference""";

    private final JdbcClient database;

    FreshRequests(JdbcClient database) {
        this.database = database;
    }

    /** @param year of the reference @return the reference, which nobody has had before */
    String write(HelpRequest request, int year) {
        var insert = database.sql(INSERT).param("id", request.id).param("year", year);
        insert = of(request.client, of(request.requester, of(request.consent, insert)));
        insert = map("escort", request.escort, text("genderWish", request.genderWish, text("submittedBy", request.submittedBy, insert)));
        insert = text("tellBack", request.tellBack, text("contactPerson", request.contactPerson, text("contactDeputy", request.contactDeputy, insert)));
        return text("responsible", request.responsibleForCare, text("instanceId", request.instanceId, insert))
                .param("askedBy", request.askedBy.name()).param("district", request.district).param("major", request.major).param("description", request.description)
                .param("times", request.times).param("languages", request.languages).param("kinds", array(request.kinds)).param("recurring", request.recurring)
                .param("hoursPerWeek", request.hoursPerWeek, Types.DOUBLE).param("petsAtHome", request.petsAtHome).param("smokingAtHome", request.smokingAtHome)
                .param("needsStrength", request.needsStrength).param("needsCar", request.needsCar).param("startOn", request.startOn, Types.DATE)
                .param("receivedAt", request.receivedAt.atOffset(ZoneOffset.UTC)).param("previousId", request.previousId, Types.OTHER)
                .query(String.class).single();
    }

    private static JdbcClient.StatementSpec of(ClientRecord client, JdbcClient.StatementSpec insert) {
        return map("practical", client.practical, text("clientPhone", client.phone, text("clientEmail", client.email, text("address", client.address, insert))))
                .param("clientName", client.name).param("birthYear", client.birthYear, Types.INTEGER).param("clientLanguage", client.language);
    }

    private static JdbcClient.StatementSpec of(RequesterRecord requester, JdbcClient.StatementSpec insert) {
        return text("requesterEmail", requester.email, text("requesterPhone", requester.phone, text("organisation", requester.organisation, insert)))
                .param("requesterName", requester.name).param("requesterLanguage", requester.language);
    }

    private static JdbcClient.StatementSpec of(ConsentRecord consent, JdbcClient.StatementSpec insert) {
        return insert.param("consentAskedBy", consent.askedBy).param("consentAskedOn", consent.askedOn).param("givenTo", consent.givenTo)
                .param("recordedAt", consent.recordedAt.atOffset(ZoneOffset.UTC));
    }

    /** With its type also where it is missing, or the server would plan the statement anew for each way of missing. */
    private static JdbcClient.StatementSpec text(String name, @Nullable String value, JdbcClient.StatementSpec insert) {
        return insert.param(name, value, Types.VARCHAR);
    }

    private static JdbcClient.StatementSpec map(String name, Map<String, String> values, JdbcClient.StatementSpec insert) {
        return insert.param(name + "Keys", array(values.keySet())).param(name + "Values", array(values.values()));
    }

    private static String[] array(Collection<String> words) {
        return words.toArray(String[]::new);
    }
}
