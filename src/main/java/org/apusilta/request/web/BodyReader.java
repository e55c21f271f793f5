package org.apusilta.request.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.apusilta.request.InvalidRequest;
import org.apusilta.request.InvalidRequest.Problem;
import org.springframework.stereotype.Component;

/**
 * Reads what was sent strictly: a field we do not know is refused by name, because one that is silently ignored is a wish lost
 * (a mistyped {@code responsibleForCare}). Nothing is guessed from a wrong type either.
 */
@Component
class BodyReader {

    /** Far above any honest request; more is refused unread. */
    static final int LONGEST = 256 * 1024;

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** What was sent is longer than anybody may send. */
    static final class TooLong extends RuntimeException {}

    RequestBody read(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new TooLong();
        }
        try {
            var body = json.readValue(text(bytes), RequestBody.class);
            if (body == null) {
                throw new InvalidRequest(List.of(new Problem("", "json", 0)));
            }
            if (!body.wrongTypes().isEmpty()) {
                throw new InvalidRequest(body.wrongTypes().stream().map(field -> new Problem(field, "type", 0)).toList());
            }
            return body;
        } catch (UnrecognizedPropertyException e) {
            throw new InvalidRequest(List.of(new Problem(path(e), "field.unknown", 0)));
        } catch (JsonMappingException e) {
            throw new InvalidRequest(List.of(new Problem(path(e), path(e).isEmpty() ? "json" : "type", 0)));
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw new InvalidRequest(List.of(new Problem("", "json", 0)));
        }
    }

    /** @return the same for the same request, in whatever order its fields came */
    String hash(RequestBody body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON between systems is UTF-8; a name in another encoding is refused rather than stored broken. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream().filter(r -> r.getFieldName() != null).map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
    }
}
