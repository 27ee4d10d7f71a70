package bongsu.verticles.page;

import bongsu.verticles.web.Encoded;
import java.util.Map;
import java.util.Set;

/** What a file is by its ending, and whether compressing it gains anything. */
final class ContentTypes {
  private static final Map<String, String> BY_ENDING = Map.ofEntries(
      Map.entry("html", "text/html; charset=utf-8"),
      Map.entry("js", "text/javascript; charset=utf-8"),
      Map.entry("mjs", "text/javascript; charset=utf-8"),
      Map.entry("css", "text/css; charset=utf-8"),
      Map.entry("json", "application/json"),
      Map.entry("map", "application/json"),
      Map.entry("webmanifest", "application/manifest+json"),
      Map.entry("svg", "image/svg+xml"),
      Map.entry("txt", "text/plain; charset=utf-8"),
      Map.entry("md", "text/plain; charset=utf-8"),
      Map.entry("png", "image/png"),
      Map.entry("jpg", "image/jpeg"),
      Map.entry("gif", "image/gif"),
      Map.entry("ico", "image/x-icon"),
      Map.entry("woff", "font/woff"),
      Map.entry("woff2", "font/woff2"),
      Map.entry("ttf", "font/ttf"));

  private static final Set<String> COMPRESSED = Set.of("png", "jpg", "gif", "ico", "woff", "woff2");

  private ContentTypes() {}

  static Encoded encode(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = BY_ENDING.getOrDefault(ending, "application/octet-stream");
    return COMPRESSED.contains(ending) ? Encoded.plain(type, bytes) : Encoded.gzipped(type, bytes);
  }
}
