-- What happens while a support runs: visits, pauses, what worries, and what both sides say of it.

-- One visit day. Asked by a message, answered by link or by phone; corrected at will, the last word counts.
create table visit (
    id           uuid primary key,
    support_id   uuid        not null references support,
    planned_on   date        not null,
    asked_at     timestamptz,
    answer       varchar(10) check (answer in ('DONE', 'NOT_DONE', 'MOVED')),
    moved_to     date,
    minutes      integer check (minutes between 1 and 1440),
    medium       varchar(10) check (medium in ('IN_PERSON', 'PHONE', 'VIDEO', 'OUTING')),
    note         varchar(2000),
    means        varchar(10) check (means in ('LINK', 'PHONE')),
    recorded_by  varchar(64),
    answered_at  timestamptz,
    corrected_at timestamptz,
    unique (support_id, planned_on),
    check ((answer is null) = (answered_at is null)),
    check ((answer = 'MOVED') = (moved_to is not null) or answer is null)
);

-- A pause ends by itself the day after paused_until.
create table support_pause (
    id           uuid primary key,
    support_id   uuid        not null references support,
    reason       varchar(10) not null check (reason in ('HOLIDAY', 'HOSPITAL', 'OTHER')),
    asked_by     varchar(12) not null check (asked_by in ('CLIENT', 'VOLUNTEER', 'COORDINATOR')),
    recorded_by  varchar(64),
    began_at     timestamptz not null,
    paused_until date        not null,
    ended_at     timestamptz
);
create unique index support_pause_open on support_pause (support_id) where ended_at is null;

-- A concern said in words, at any time. One found in a follow-up has none of these.
alter table concern add column about varchar(10) check (about in ('VISITS', 'TASKS', 'PEOPLE', 'HEALTH', 'MONEY', 'SAFETY', 'OTHER'));
alter table concern add column urgent boolean not null default false;
alter table concern add column words varchar(2000);
alter table concern add column recorded_by varchar(64);

-- How each side sees it, when a coordinator hears both.
create table mediation_view (
    id        uuid primary key,
    period_id uuid        not null references follow_up_period,
    side      varchar(10) not null check (side in ('CLIENT', 'VOLUNTEER')),
    means     varchar(10) not null check (means in ('LINK', 'PHONE')),
    wish      varchar(10) not null check (wish in ('CONTINUE', 'AGREEMENT', 'CHANGE', 'END')),
    words     varchar(2000),
    given_at  timestamptz not null,
    unique (period_id, side, means)
);
