# Build with the JDK, start once for the archive of classes, run with the JRE as a user without rights.
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B -q dependency:go-offline -DexcludeArtifactIds=playwright || true
COPY src src
COPY processes processes
COPY forms forms
RUN ./mvnw -B -q package -DskipTests \
 && java -Djarmode=tools -jar target/apusilta-*.jar extract --layers --destination /layers

FROM eclipse-temurin:17-jre AS run
RUN useradd --system --uid 10001 --create-home apusilta
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
RUN mv apusilta-*.jar apusilta.jar

# One start on a database that is thrown away, for the archive of loaded classes: later starts read them ready-made (docs/performance.md, Start).
FROM run AS start
RUN apt-get update && apt-get install -y --no-install-recommends postgresql curl && service postgresql start \
 && su postgres -c "psql -qc \"CREATE ROLE apusilta LOGIN PASSWORD 'apusilta'\" -c 'CREATE DATABASE apusilta OWNER apusilta'" \
 && { SPRING_DATASOURCE_URL=jdbc:postgresql://localhost/apusilta SPRING_DATASOURCE_USERNAME=apusilta SPRING_DATASOURCE_PASSWORD=apusilta \
      java -XX:ArchiveClassesAtExit=apusilta.jsa -jar apusilta.jar & started=$!; } \
 && curl -sf -o /dev/null --retry 60 --retry-delay 2 --retry-connrefused http://localhost:8080/login && { kill $started; wait $started; test -s apusilta.jsa; } \
 || { echo "No archive of classes: each start takes longer"; touch apusilta.jsa; }

FROM run
COPY --from=start /app/apusilta.jsa ./
USER apusilta
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
# bash speaks HTTP well enough; nothing more needs to be installed
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
# an archive that does not fit (another Java, another jar) is passed over
ENTRYPOINT ["java", "-XX:SharedArchiveFile=apusilta.jsa", "-jar", "apusilta.jar"]
