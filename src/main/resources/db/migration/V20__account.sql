-- Who may log in. People outside (clients, volunteers) have no account: they use links. The engine reads ids and groups from here.
CREATE TABLE account (
    username      VARCHAR(64)  NOT NULL PRIMARY KEY CHECK (username = lower(username)),
    display_name  VARCHAR(120) NOT NULL,
    password_hash VARCHAR(200) NOT NULL, -- with its algorithm in front: {bcrypt}…
    role          VARCHAR(20)  NOT NULL CHECK (role IN ('COORDINATOR', 'LEAD', 'SOCIAL_WORKER', 'MANAGER', 'ADMIN')),
    districts     VARCHAR(2)[] NOT NULL DEFAULT '{}', -- a coordinator's major districts
    language      VARCHAR(2)   NOT NULL DEFAULT 'fi' CHECK (language IN ('fi', 'sv', 'en')),
    active        BOOLEAN      NOT NULL DEFAULT TRUE,
    wrong_logins  INT          NOT NULL DEFAULT 0, -- in a row
    barred_until  TIMESTAMPTZ, -- no login before this: the pause after wrong passwords
    CHECK (role = 'COORDINATOR' OR districts = '{}')
);
