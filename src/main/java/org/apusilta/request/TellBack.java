package org.apusilta.request;

/** What of a request may be told to who made it for somebody else. */
public enum TellBack {
    /** Nothing beyond that it came, and how it ended when that was agreed. */ NOTHING,
    /** Where it stands; not what the client says in the meantime. */ STATE,
    /** Where it stands and what the client says: asked by the client, or agreed to by them. */ PROGRESS
}
