package org.apusilta.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request has been taken in, and with it something that choosing a volunteer needs to know. @param by account that sent it, null for the public */
public record WishesTold(UUID requestId, NewRequest.Wishes wishes, @Nullable String by) {}
