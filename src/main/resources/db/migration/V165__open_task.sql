-- Which human steps stand open, and whose they are: a projection written in the engine's transaction and made good at each start, so
-- that lists can filter, sort and join in one query. It decides nothing: the engine's own tasks do.
CREATE TABLE apusilta.open_task (
    task_id    text        PRIMARY KEY,
    case_id    uuid        NOT NULL,
    process    text        NOT NULL,
    step       text        NOT NULL,
    team       text,                       -- candidate group, such as coordinators-7
    assignee   text,
    urgency    text,
    priority   integer     NOT NULL,
    due        timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX open_task_case ON apusilta.open_task (case_id);
CREATE INDEX open_task_assignee ON apusilta.open_task (assignee) WHERE assignee IS NOT NULL;

-- An overdue task climbs: told to the lead first, and when it still stands, to the manager.
ALTER TABLE apusilta.overdue_told ADD COLUMN told_whom text NOT NULL DEFAULT 'LEAD' CHECK (told_whom IN ('LEAD', 'MANAGER'));
ALTER TABLE apusilta.overdue_told DROP CONSTRAINT overdue_told_pkey;
ALTER TABLE apusilta.overdue_told ADD PRIMARY KEY (task_id, due, told_whom);
