package org.apusilta.request;

/** What of a request may be told to who made it for somebody else; each includes those before it. */
public enum TellBack {
    /** That it came, and what is asked back to handle it; nothing of what became of it. */ NOTHING,
    /** What became of it: whether it was taken on, and how it ended. */ OUTCOME,
    /** Where it stands; not what the client says in the meantime. */ STATE,
    /** Where it stands and what the client says: asked by the client, or agreed to by them. */ PROGRESS;

    /** @return whether this may be told where so much has been agreed to */
    public boolean includes(TellBack what) {
        return compareTo(what) >= 0;
    }
}
