-- Who moved running cases to a newer version of their process, and how many; how far it is, the engine's batch tells.
CREATE TABLE apusilta.migration (
    batch_id     text        NOT NULL PRIMARY KEY,
    process      text        NOT NULL,
    from_version integer     NOT NULL,
    to_version   integer     NOT NULL,
    cases        integer     NOT NULL,
    staying      integer     NOT NULL,
    started_by   text        NOT NULL,
    started_at   timestamptz NOT NULL
);
