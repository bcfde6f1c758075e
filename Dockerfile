# Build: docker build -t semai .
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY processes processes
RUN mvn -B -q -DskipTests package \
 && java -Djarmode=tools -jar target/semai.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17-jre
WORKDIR /app
RUN groupadd --system --gid 10001 semai \
 && useradd --system --uid 10001 --gid semai --home-dir /app semai \
 && chown semai:semai /app
# The layers that change least come first.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chown=semai:semai processes processes
USER 10001:10001
# The image is for servers that are run elsewhere; the embedded ones are for a laptop.
ENV SEMAI_EMBEDDED_ENABLED=false
VOLUME /app/processes
EXPOSE 8080
STOPSIGNAL SIGTERM
# The image has neither curl nor wget for certain; bash speaks HTTP well enough.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.launch.JarLauncher"]
