package bongsu.rules.judge;

import bongsu.core.event.CityEvent;
import bongsu.core.wire.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a rule remembers, by thing. A thing in an exercise (훈련) is kept apart from the real one, so
 * that a drill never hides what really happens.
 *
 * <p>Each new entry looks at the two oldest: what is no longer needed goes, the others move to the
 * end. So the memory stays within about twice of what is needed, without a clock, and in the same
 * way on every run; the order is part of the checkpoint.
 */
final class States<S extends States.State> {
  /** No id contains a control character. */
  private static final String EXERCISE = "\u0001";

  /** What is remembered of one thing. */
  interface State {
    /** The event time from which forgetting it changes nothing that matters. */
    long keepUntilMs();

    /** Writes its fields into the object that is open. */
    void write(JsonText json);
  }

  private final LinkedHashMap<String, S> bySubject = new LinkedHashMap<>();

  static String key(CityEvent event) {
    return event.origin().exercise() ? event.subject() + EXERCISE : event.subject();
  }

  /** The thing's id in a key. */
  static String subjectOf(String key) {
    return key.endsWith(EXERCISE) ? key.substring(0, key.length() - 1) : key;
  }

  int size() {
    return bySubject.size();
  }

  boolean isEmpty() {
    return bySubject.isEmpty();
  }

  @Nullable
  S find(CityEvent event) {
    return bySubject.isEmpty() ? null : bySubject.get(key(event));
  }

  @Nullable
  S find(String key) {
    return bySubject.get(key);
  }

  Map<String, S> all() {
    return bySubject;
  }

  /** Adds the state of a thing not known so far. */
  S add(CityEvent event, S state) {
    forgetOld(event.observedAt().toEpochMilli());
    bySubject.put(key(event), state);
    return state;
  }

  void remove(CityEvent event) {
    bySubject.remove(key(event));
  }

  private void forgetOld(long nowMs) {
    for (int i = 0; i < 2 && !bySubject.isEmpty(); i++) {
      Iterator<Map.Entry<String, S>> oldest = bySubject.entrySet().iterator();
      Map.Entry<String, S> entry = oldest.next();
      oldest.remove();
      if (entry.getValue().keepUntilMs() >= nowMs) bySubject.put(entry.getKey(), entry.getValue());
    }
  }

  void write(JsonText json) {
    bySubject.forEach((key, state) -> {
      json.open(key);
      state.write(json);
      json.close();
    });
  }

  void restore(JsonNode states, BiFunction<String, JsonNode, S> reader) {
    bySubject.clear();
    states
        .fields()
        .forEachRemaining(e -> bySubject.put(e.getKey(), reader.apply(e.getKey(), e.getValue())));
  }
}
