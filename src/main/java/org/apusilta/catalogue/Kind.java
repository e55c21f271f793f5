package org.apusilta.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A kind of help from the task catalogue (R13).
 *
 * @param code stable, upper snake case, such as {@code FRIEND_VISIT}; used in the API
 * @param belongs what the volunteer does
 * @param excluded what does not belong to the volunteer (R15 c, R20)
 * @param targetGroup OLDER, ADULT, YOUTH, FAMILY, IMMIGRANT, ANYONE
 * @param training code of the training needed before a match, null when the basics are enough
 * @param checkRequired whether Act 148/2014's three tests may hold for this kind (alone, in person, regularly with minors)
 * @param confidential whether confidentiality is promised in writing before the first meeting (R34)
 * @param atHome whether the help is given in the client's home, a service house included
 */
public record Kind(String code, Texts name, Texts belongs, Texts excluded, Commitment commitment, String targetGroup,
        @Nullable String training, boolean checkRequired, boolean confidential, boolean atHome) {}
