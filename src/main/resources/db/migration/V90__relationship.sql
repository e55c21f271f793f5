-- Running support between a client and a volunteer. Who they are is the request's and the register's to know.

create table support (
    id           uuid primary key,
    case_id      uuid        not null unique references help_request,
    volunteer_id uuid        not null,
    started_at   timestamptz not null,
    period       integer     not null check (period >= 1),
    ended_at     timestamptz,
    end_reason   varchar(20) check (end_reason in
        ('GOAL_MET', 'CLIENT_MOVES', 'VOLUNTEER_STOPS', 'FADED', 'OTHER', 'CHANGED', 'WITHDRAWN')),
    version      integer     not null default 0,
    check ((ended_at is null) = (end_reason is null))
);
create index support_volunteer on support (volunteer_id) where ended_at is null;

-- One follow-up period has one process instance of its own.
create table follow_up_period (
    id          uuid primary key,
    support_id  uuid        not null references support,
    number      integer     not null check (number >= 1),
    instance_id varchar(64),
    began_at    timestamptz not null,
    asked_at    timestamptz,
    version     integer     not null default 0,
    unique (support_id, number)
);

-- What a side answered; by link once, and by phone when the coordinator called.
create table check_in (
    id          uuid primary key,
    period_id   uuid        not null references follow_up_period,
    side        varchar(10) not null check (side in ('CLIENT', 'VOLUNTEER')),
    means       varchar(10) not null check (means in ('LINK', 'PHONE')),
    wellbeing   integer     not null check (wellbeing between 1 and 5),
    concern     boolean     not null,
    note        varchar(2000),
    answered_at timestamptz not null,
    unique (period_id, side, means)
);

create table concern (
    id         uuid primary key,
    period_id  uuid        not null references follow_up_period,
    raised_by  varchar(12) not null check (raised_by in ('CLIENT', 'VOLUNTEER', 'COORDINATOR')),
    raised_at  timestamptz not null,
    outcome    varchar(10) check (outcome in ('CONTINUE', 'CHANGE', 'END', 'WITHDRAWN')),
    settled_at timestamptz,
    check ((outcome is null) = (settled_at is null))
);
create index concern_period on concern (period_id);
