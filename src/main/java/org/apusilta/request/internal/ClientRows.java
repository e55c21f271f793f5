package org.apusilta.request.internal;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The clients of requests: who only wants to know whom to write to need not read the whole request. */
interface ClientRows extends JpaRepository<ClientRecord, UUID> {}
