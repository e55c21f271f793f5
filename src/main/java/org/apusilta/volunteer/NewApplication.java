package org.apusilta.volunteer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells who would like to help, as it came from the page or was keyed in on the phone.
 *
 * @param sending the form's own id: sent twice it is one application
 * @param enteredBy account of who keyed it in, null when the applicant wrote it
 * @param group set when a company, a class or the like comes together; the person is then its one contact (R41)
 * @param birthYear null for a group @param age as told today, null for a group
 * @param language fi, sv or en: how we write to them
 * @param district code of the home district @param reachMetres how far they would come
 * @param slots times of a week as {@link Vocabulary#SLOTS}; empty when not told
 * @param languages level by ISO 639-1 code
 * @param practiseFinnish whether they would like to practise Finnish while helping
 * @param guardian who decides for somebody under 15
 */
public record NewApplication(UUID sending, @Nullable String enteredBy, @Nullable Group group, Person person, @Nullable Integer birthYear,
        @Nullable Age age, String language, List<String> kinds, String district, int reachMetres, List<String> slots,
        Map<String, String> languages, boolean practiseFinnish, Home home, @Nullable String motivation, @Nullable HeardFrom heardFrom,
        @Nullable Guardian guardian) {

    /** Who writes. */
    public record Person(String givenName, String familyName, @Nullable String email, @Nullable String phone) {

        /** @return given and family name */
        public String name() {
            return givenName + " " + familyName;
        }
    }

    /** A group with one contact. */
    public record Group(GroupKind kind, String name, int size) {}

    /** What sort of a group. */
    public enum GroupKind { COMPANY, SCHOOL, OTHER }

    /** 18 and over, 15 to 17, under 15: who may sign follows from it. */
    public enum Age { ADULT, YOUTH, CHILD }

    /** What they can do and bear. */
    public record Home(boolean car, boolean strength, boolean petsOk, boolean smokeOk) {}

    /** Who decides for somebody under 15. */
    public record Guardian(String name, @Nullable String email, @Nullable String phone) {}

    /** Where they heard of us (R58). */
    public enum HeardFrom { FRIEND, WEB, SOCIAL_MEDIA, NEWS, EVENT, LIBRARY, SCHOOL_WORK, PARTNER, OTHER }
}
