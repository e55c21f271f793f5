package org.apusilta.engine;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody who calls the running application over HTTP: with a password each time, or logged in as Tasklist is. */
public final class Caller {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;
    private final String user;
    private final boolean session;

    private Caller(int port, String user, boolean session) {
        this.root = "http://localhost:" + port;
        this.user = user;
        this.session = session;
    }

    /** @return calls with HTTP Basic */
    public static Caller basic(int port, String user) {
        return new Caller(port, user, false);
    }

    /** @return logged in by the login page, with Tasklist opened */
    public static Caller tasklist(int port, String user) {
        var caller = new Caller(port, user, true);
        caller.send("GET", "/login", null, "fi");
        caller.form("/login", "username=" + user + "&password=" + user + "&_csrf=" + encoded(caller.cookie("APUSILTA-XSRF")));
        caller.send("GET", "/camunda/app/tasklist/default/", null, "fi");
        return caller;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, "fi");
    }

    public HttpResponse<String> get(String path, String language) {
        return send("GET", path, null, language);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "fi");
    }

    public HttpResponse<String> send(String method, String path, String json, String language) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept-Language", language).header("Accept", "*/*")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (session && cookie("XSRF-TOKEN") != null) {
            request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        }
        if (!session) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
        }
        return send(request.build());
    }

    private void form(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue).findFirst().orElse(null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
